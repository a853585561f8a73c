// Feeds that know one text of an item have it under the name of a description: where that has several
// paragraphs it is the article, else a summary. What systems put below either, that it was first
// published elsewhere or goes on there, is no part of it. Tested by
// tests/indexer/feeds/feed_item_test.cc.
#include "indexer/feeds/item_facts.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/document/url.h"
#include "indexer/agency/blocks.h"
#include "indexer/agency/credits.h"
#include "indexer/agency/news_facts.h"
#include "indexer/extract/dates/date_text.h"

namespace dateline::indexer::feeds {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

constexpr std::size_t kMostTags = 1000;

// "The post A appeared first on B." is what WordPress adds.
bool is_added(std::string_view paragraph) {
  return paragraph.starts_with("The post ") &&
         paragraph.find(" appeared first on ") != std::string_view::npos;
}

bool is_cut(std::string_view text) {
  constexpr std::array kEnds{"…"sv, "..."sv, "[…]"sv, "[...]"sv, "[&#8230;]"sv};
  for (const std::string_view end : kEnds) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

std::string without_addition(std::string text) {
  const std::size_t gap = text.rfind("\n\n");
  const std::size_t last = gap == std::string::npos ? 0 : gap + 2;
  if (is_added(std::string_view(text).substr(last)))
    text.resize(gap == std::string::npos ? 0 : gap);
  return text;
}

bool is_whole(std::string_view description) {
  return description.find("\n\n") != std::string_view::npos && !is_cut(description);
}

// Feeds write their dates as mail does, or as RFC 3339.
std::optional<Timestamp> feed_date(std::string_view text) {
  const auto date = Timestamp::parse(text);
  return date ? date : page::read_date(text, page::DayOrder::kDayFirst);
}

void read_dates_of(const ItemFacts& facts, Extraction& into) {
  into.article.published = feed_date(facts.published);
  const auto modified = feed_date(facts.modified);
  if (!into.article.published) {
    into.article.published = modified;
  } else if (modified != into.article.published) {
    into.article.modified = modified;
  }
}

}  // namespace

std::string text_of_any(std::string_view value) {
  const bool marked =
      value.find('<') != std::string_view::npos || value.find('&') != std::string_view::npos;
  return marked ? agency::block_text_of(value) : agency::paragraphs_of(value);
}

ExtractResult article_of(ItemFacts facts, const RawDocument& document,
                         const ExtractOptions& options) {
  Extraction made;
  Article& article = made.article;
  article.headline = collapse_whitespace(facts.headline);
  article.url = resolve_url(trim(facts.url), trim(facts.base)).value_or("");
  if (article.url.empty()) article.id = std::string(trim(facts.id));
  article.body = without_addition(std::move(facts.content));
  article.standfirst = without_addition(std::move(facts.summary));
  if (article.body.empty() && is_whole(article.standfirst)) {
    article.body = std::exchange(article.standfirst, {});
  }
  article.standfirst = collapse_whitespace(article.standfirst);
  if (article.headline.empty() && article.body.empty() && article.standfirst.empty()) {
    return tl::unexpected(reject_document(document, reject::kNoText,
                                          "an item of a feed with neither a title nor a text"));
  }
  if (article.body.empty() && !options.keep_all) {
    return tl::unexpected(reject_document(
        document, reject::kSummary,
        fmt::format("“{}” ({}) has a summary alone: index its page, or the summary with --keep-all",
                    truncate_utf8(article.headline, 200), article.url)));
  }
  for (const std::string& name : facts.persons) agency::add_person(name, article);
  for (const std::string& line : facts.credits) agency::add_byline(line, article);
  for (std::string& tag : facts.tags) {
    if (article.tags.size() < kMostTags) agency::add_tag(collapse_whitespace(tag), article);
  }
  agency::read_language(facts.language, made);
  article.source = collapse_whitespace(facts.source);
  read_dates_of(facts, made);
  return agency::finished(std::move(made), document);
}

}  // namespace dateline::indexer::feeds
