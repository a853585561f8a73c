#include "common/schema/stored_record.h"

#include "common/schema/article_json.h"

namespace dateline::schema {

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
  auto article = article_from_json(data.substr(0, data.find('\n')));
  if (!article) {
    return failure(ErrorCode::kCorrupt,
                   "a stored article cannot be read: " + article.error().message,
                   "run dateline-index verify, then add the articles again");
  }
  article->body = std::string(stored_body(data));
  return article;
}

}  // namespace dateline::schema
