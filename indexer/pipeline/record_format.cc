#include "indexer/pipeline/record_format.h"

#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/base/utf8.h"
#include "common/schema/article_json.h"
#include "indexer/agency/ninjs.h"
#include "indexer/mapping/mapped_record.h"

namespace dateline::indexer {
namespace {

// Read only when something is wrong, to say what.
Rejection judge_record(const RawDocument& document, const Error& error) {
  if (!is_valid_utf8(document.bytes)) {
    return reject_document(document, reject::kBadJson, "not valid UTF-8");
  }
  const auto first = document.bytes.find_first_not_of(" \t\r\n");
  const bool object = first != std::string::npos && document.bytes[first] == '{' &&
                      nlohmann::json::accept(document.bytes);
  return reject_document(document, object ? reject::kBadRecord : reject::kBadJson, error.message);
}

}  // namespace

ExtractResult read_record(const RawDocument& document, const ExtractOptions& options) {
  // Lines and arrays may have items of ninjs as well as records of ours.
  if (options.map == nullptr && agency::is_ninjs(document.bytes)) {
    return agency::read_ninjs(document, options);
  }
  auto record = options.map == nullptr ? schema::read_record_json(document.bytes)
                                       : mapping::read_mapped_record(document.bytes, *options.map);
  if (!record) return tl::unexpected(judge_record(document, record.error()));
  Article& article = record->article;
  if (!article.has_text()) {
    return tl::unexpected(
        reject_document(document, reject::kNoText, "a record with neither headline nor body"));
  }
  if (!options.keep_origin || !article.origin) article.origin = document.origin;
  return Extraction{std::move(article), {}, std::move(record->left_out)};
}

ExtractResult read_record_of_ninjs(const RawDocument& document, const ExtractOptions& options) {
  return options.map != nullptr ? read_record(document, options)
                                : agency::read_ninjs(document, options);
}

}  // namespace dateline::indexer
