#include "searcher/search/similar/draft.h"

#include <fmt/format.h>

#include <string>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/schema/article_json.h"
#include "common/text/values.h"

namespace dateline::search {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// A text may begin with a brace.
bool is_json_object(std::string_view text) {
  return text.substr(0, 1) == "{" && nlohmann::json::accept(text);
}

Result<Article> record_of(std::string_view json) {
  auto record = schema::read_record_json(json);
  if (record) return std::move(record->article);
  return failure(
      ErrorCode::kUsage, "the draft is no article record: " + record.error().message,
      record.error().hint.empty() ? "docs/article-record.md lists the keys" : record.error().hint);
}

bool has_words(const Article& article) {
  return !text::fold_value(article.headline).empty() ||
         !text::fold_value(article.standfirst).empty() || !text::fold_value(article.body).empty();
}

}  // namespace

Result<Article> read_draft(std::string_view bytes) {
  if (bytes.size() > kMaxDraftBytes) {
    return failure(
        ErrorCode::kUsage,
        fmt::format("the draft has {} bytes; at most {} are read", bytes.size(), kMaxDraftBytes),
        "give the part that says what it is about");
  }
  if (!is_valid_utf8(bytes)) {
    return failure(ErrorCode::kUsage, "the draft is no UTF-8 text", "convert it, as iconv does");
  }
  if (bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    bytes.remove_prefix(kByteOrderMark.size());
  }
  const std::string_view text = trim(bytes);
  Article draft;
  if (is_json_object(text)) {
    auto record = record_of(text);
    if (!record) return record;
    draft = std::move(*record);
  } else {
    draft.body = text;
  }
  if (has_words(draft)) return draft;
  return failure(ErrorCode::kUsage, "the draft has no words",
                 "give a text, or an article record, on standard input");
}

}  // namespace dateline::search
