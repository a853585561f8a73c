// Tested by tests/indexer/mail/mail_format_test.cc and fuzzed by tests/fuzz/mail_fuzz.cc.
#include "indexer/mail/mail_format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "indexer/agency/blocks.h"
#include "indexer/agency/news_facts.h"
#include "indexer/extract/dates/date_text.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/markup/encoding.h"
#include "indexer/mail/message.h"
#include "indexer/mail/transfer.h"

namespace dateline::indexer::mail {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

// The header that the text begins with; none where a line of it is no header.
Headers headers_at(std::string_view text) {
  const std::size_t end = std::min({text.find("\n\n"), text.find("\r\n\r\n"), text.size()});
  std::string_view header = text.substr(0, end);
  std::string_view rest = header;
  while (!rest.empty()) {
    const std::size_t line_end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, line_end);
    rest.remove_prefix(std::min(line_end + 1, rest.size()));
    const std::size_t name = std::min(line.find_first_of(": \t"), line.size());
    const bool folded = line.starts_with(' ') || line.starts_with('\t');
    // The last line may have been cut off.
    if (!folded && !rest.empty() && (name == line.size() || line[name] != ':')) return {};
  }
  return Headers::take(header);
}

std::size_t known_fields(const Headers& headers) {
  constexpr std::array kNames{"from"sv,         "to"sv,           "subject"sv,  "date"sv,
                              "message-id"sv,   "mime-version"sv, "received"sv, "return-path"sv,
                              "content-type"sv, "delivered-to"sv, "reply-to"sv};
  return static_cast<std::size_t>(std::count_if(
      kNames.begin(), kNames.end(), [&](auto name) { return !headers.value(name).empty(); }));
}

bool is_saved_page(const Headers& headers) {
  if (parameters_of(headers.value("content-type")).value != "multipart/related") return false;
  if (!headers.value("snapshot-content-location").empty()) return true;
  return headers.value("to").empty() && headers.value("received").empty() &&
         headers.value("delivered-to").empty();
}

// "Eastport Courier <news@news.example>": the name, else the host.
std::string sender_of(std::string_view from) {
  const std::string decoded = decode_header(from);
  const std::size_t bracket = decoded.find('<');
  std::string name(trim(std::string_view(decoded).substr(0, bracket)));
  std::erase(name, '"');
  if (name.find('@') == std::string::npos && !trim(name).empty()) return std::string(trim(name));
  const std::size_t at = decoded.find('@');
  if (at == std::string::npos) return {};
  const std::size_t end = std::min(decoded.find_first_of("> \t,", at), decoded.size());
  return to_ascii_lower(std::string_view(decoded).substr(at + 1, end - at - 1));
}

std::string without_brackets(std::string_view value) {
  value = trim(value);
  if (value.starts_with('<')) value.remove_prefix(1);
  return std::string(trim(value.substr(0, value.find('>'))));
}

const Part* text_of_type(const Message& message, std::string_view type) {
  const auto found = std::find_if(
      message.texts.begin(), message.texts.end(),
      [type](const Part& one) { return one.type == type && !trim(one.bytes).empty(); });
  return found == message.texts.end() ? nullptr : &*found;
}

// What stands below the line "-- " is the sender's, not the text's.
std::string plain_text(const Part& part) {
  std::string text = replace_all(page::decode_page(part.bytes, part.charset), "\r\n", "\n");
  if (const std::size_t signature = text.rfind("\n-- \n"); signature != std::string::npos) {
    text.resize(signature);
  }
  return agency::paragraphs_of(text);
}

RawDocument page_of(const RawDocument& document, const Part& part) {
  RawDocument out;
  out.bytes = part.bytes;
  out.charset = part.charset;
  out.origin = document.origin;
  out.fetched = document.fetched;
  return out;
}

// What a reader of pages takes for the text, else all that is there.
std::string html_text(const RawDocument& document, const Part& part) {
  const auto made = extract_article(page_of(document, part), {.keep_all = true});
  if (made && !made->article.body.empty()) return made->article.body;
  return agency::block_text_of(page::decode_page(part.bytes, part.charset));
}

}  // namespace

bool is_mail(const Head& head) {
  return !head.is_binary() && known_fields(headers_at(head.text())) >= 2;
}

bool is_mhtml(const Head& head) { return is_mail(head) && is_saved_page(headers_at(head.text())); }

ExtractResult read_mail(const RawDocument& document, const ExtractOptions& /*options*/) {
  const Message message = parse_message(trim(document.bytes));
  Extraction made;
  Article& article = made.article;
  article.headline = decode_header(message.headers.value("subject"));
  article.id = without_brackets(decode_header(message.headers.value("message-id")));
  article.url =
      resolve_url(without_brackets(decode_header(message.headers.value("archived-at"))), {})
          .value_or("");
  article.source = sender_of(message.headers.value("from"));
  article.published = page::read_date(message.headers.value("date"), page::DayOrder::kDayFirst);
  agency::read_language(message.headers.value("content-language"), made);
  if (const Part* html = text_of_type(message, "text/html"))
    article.body = html_text(document, *html);
  const Part* const plain = text_of_type(message, "text/plain");
  if (article.body.empty() && plain != nullptr) article.body = plain_text(*plain);
  if (article.body.empty()) {
    return tl::unexpected(
        reject_document(document, reject::kNoText, "a message without a text that can be read"));
  }
  return agency::finished(std::move(made), document);
}

ExtractResult read_mhtml(const RawDocument& document, const ExtractOptions& options) {
  const Message message = parse_message(trim(document.bytes));
  const Part* const html = text_of_type(message, "text/html");
  if (html == nullptr) {
    return tl::unexpected(
        reject_document(document, reject::kNoText, "a saved page without its page"));
  }
  RawDocument page = page_of(document, *html);
  for (const std::string_view address :
       {std::string_view(document.url), message.headers.value("snapshot-content-location"),
        std::string_view(html->location)}) {
    if (page.url.empty() && is_web_address(address)) page.url = std::string(address);
  }
  const auto saved = page::read_date(message.headers.value("date"), page::DayOrder::kDayFirst);
  if (saved && saved->has_time() && !page.fetched) page.fetched = saved->instant();
  return extract_article(page, options);
}

}  // namespace dateline::indexer::mail
