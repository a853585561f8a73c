#include "common/schema/stored_record.h"

#include "common/schema/article_json.h"

namespace dateline::schema {
namespace {

std::string_view first_line(std::string_view data) { return data.substr(0, data.find('\n')); }

// The line without the keys beyond the known ones, which to_json writes last. A quotation mark
// inside a string is escaped, so the first place that looks like their beginning is it: no other
// object of a record has such a key.
std::string without_extra(std::string_view line) {
  constexpr std::string_view kBeginning = R"(,"extra":)";
  const std::size_t at = line.find(kBeginning);
  return at == std::string_view::npos ? std::string(line) : std::string(line.substr(0, at)) + "}";
}

Result<Article> article_from(std::string_view line) {
  auto article = article_from_json(line);
  if (article) return article;
  return failure(ErrorCode::kCorrupt, "a stored article cannot be read: " + article.error().message,
                 "run dateline-index verify, then add the articles again");
}

}  // namespace

std::string encode_record(const Article& article) {
  Article head = article;
  head.body.clear();
  // to_json escapes line feeds, so the first one is the separator.
  return to_json(head) + "\n" + article.body;
}

std::string_view stored_body(std::string_view data) {
  const std::size_t line_end = data.find('\n');
  return line_end == std::string_view::npos ? std::string_view() : data.substr(line_end + 1);
}

Result<Article> decode_record(std::string_view data) {
  auto article = article_from(first_line(data));
  if (article) article->body = std::string(stored_body(data));
  return article;
}

Result<Article> decode_head(std::string_view data) {
  return article_from(without_extra(first_line(data)));
}

}  // namespace dateline::schema
