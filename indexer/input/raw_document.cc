#include "indexer/input/raw_document.h"

#include <array>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::array<std::pair<std::string_view, InputKind>, 3> kKinds{
    {{"html", InputKind::kHtml}, {"jsonl", InputKind::kJsonl}, {"text", InputKind::kText}}};

}  // namespace

std::string_view name_of(InputKind kind) {
  for (const auto& [name, value] : kKinds) {
    if (value == kind) return name;
  }
  return {};
}

std::optional<InputKind> input_kind_from(std::string_view name) {
  for (const auto& [known, value] : kKinds) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace dateline::indexer
