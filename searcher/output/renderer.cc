#include "searcher/output/renderer.h"

#include <array>

#include "searcher/output/formats/atom_renderer.h"
#include "searcher/output/formats/csv_renderer.h"
#include "searcher/output/formats/json_renderer.h"
#include "searcher/output/formats/jsonl_renderer.h"
#include "searcher/output/formats/text_renderer.h"

namespace dateline::output {
namespace {

struct FormatRow {
  Format format;
  std::string_view name;
  std::unique_ptr<Renderer> (*make)(const Terminal& terminal);
};

std::unique_ptr<Renderer> make_text(const Terminal& terminal) {
  return std::make_unique<TextRenderer>(terminal);
}

template <typename OneForAllTerminals>
std::unique_ptr<Renderer> make(const Terminal& /*terminal*/) {
  return std::make_unique<OneForAllTerminals>();
}

constexpr std::array<FormatRow, 5> kFormats{{
    {Format::kText, "text", make_text},
    {Format::kJson, "json", make<JsonRenderer>},
    {Format::kJsonl, "jsonl", make<JsonlRenderer>},
    {Format::kCsv, "csv", make<CsvRenderer>},
    {Format::kAtom, "atom", make<AtomRenderer>},
}};

}  // namespace

std::optional<Format> format_from(std::string_view name) {
  for (const FormatRow& row : kFormats) {
    if (row.name == name) return row.format;
  }
  return std::nullopt;
}

std::unique_ptr<Renderer> renderer_for(Format format, const Terminal& terminal) {
  for (const FormatRow& row : kFormats) {
    if (row.format == format) return row.make(terminal);
  }
  return make_text(terminal);
}

}  // namespace dateline::output
