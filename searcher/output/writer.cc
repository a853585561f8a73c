#include "searcher/output/writer.h"

#include "searcher/output/json_writer.h"
#include "searcher/output/jsonl_writer.h"
#include "searcher/output/text_writer.h"

namespace dateline::output {

std::optional<Format> format_from(std::string_view name) {
  if (name == "text") return Format::kText;
  if (name == "json") return Format::kJson;
  if (name == "jsonl") return Format::kJsonl;
  return std::nullopt;
}

std::unique_ptr<AnswerWriter> make_writer(Format format, const Look& look) {
  switch (format) {
    case Format::kJson:
      return std::make_unique<JsonWriter>();
    case Format::kJsonl:
      return std::make_unique<JsonlWriter>(look);
    case Format::kText:
      break;
  }
  return std::make_unique<TextWriter>(look);
}

}  // namespace dateline::output
