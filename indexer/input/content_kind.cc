#include "indexer/input/content_kind.h"

#include <algorithm>
#include <vector>

#include "indexer/input/unread.h"

namespace dateline::indexer {
namespace {

template <typename Row>
const Row* row_named(std::span<const Row> rows, std::string_view name) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

template <typename Row>
const Row* row_of(std::span<const Row> rows, const Head& head) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.tells(head); });
  return found == rows.end() ? nullptr : &*found;
}

tl::unexpected<Refusal> refused(std::string_view code, std::string_view reason) {
  return tl::unexpected(Refusal{code, std::string(reason)});
}

}  // namespace

const ContainerKind* InputTables::container(std::string_view name) const {
  return row_named(containers, name);
}

const Format* InputTables::format(std::string_view name) const { return row_named(formats, name); }

std::string_view name_of(const InputKind& kind) {
  return std::visit([](const auto* row) { return row->name; }, kind);
}

std::optional<InputKind> input_kind_from(std::string_view name, const InputTables& tables) {
  if (const ContainerKind* container = tables.container(name)) return container;
  if (const Format* format = tables.format(name)) return format;
  return std::nullopt;
}

std::string list_of_names(const InputTables& tables) {
  std::vector<std::string_view> names;
  for (const ContainerKind& row : tables.containers) names.push_back(row.name);
  for (const Format& row : tables.formats) names.push_back(row.name);
  std::sort(names.begin(), names.end());
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    if (i > 0) out += last ? " and " : ", ";
    out += names[i];
  }
  return out;
}

tl::expected<InputKind, Refusal> content_kind(std::string_view bytes, const InputTables& tables) {
  if (bytes.empty()) return refused(reject::kEmpty, "no bytes");
  const Head head(bytes);
  if (const UnreadKind* unread = row_of(unread_kinds(), head)) {
    return refused(unread->code, unread->reason);
  }
  if (const ContainerKind* container = row_of(tables.containers, head)) return container;
  if (head.text().empty()) return refused(reject::kEmpty, "nothing but white space");
  if (head.is_binary()) return refused(reject::kBinary, "neither text nor markup");
  if (const Format* format = row_of(tables.formats, head)) return format;
  return refused(reject::kUnsupported, "it is nothing that this version reads");
}

}  // namespace dateline::indexer
