// Bytes → UTF-8 → markup without what nobody reads → tree → fields. Each field has a finder of its
// own; this file puts them in order, since some need what others found: the place of the headline
// decides which dates and credits are near, the body's first words may name an agency.
//
//   read_page()                               a page that is read once for all finders
//   find_body(), find_headline(), …           fill_text(), fill_facts(), fill_credits()
//   kind_of()                                 no article: a rejection, unless all is to be kept
//
// Plain text takes another way, see plain_text.h. Tested in extract_test.cc, extract_html_test.cc,
// hostile_test.cc and fixtures_test.cc.
#include "indexer/extract/extract.h"

#include <algorithm>
#include <optional>

#include "common/base/clock.h"
#include "common/base/utf8.h"
#include "indexer/extract/body/body.h"
#include "indexer/extract/body/lead.h"
#include "indexer/extract/body/standfirst.h"
#include "indexer/extract/credits/agencies.h"
#include "indexer/extract/credits/byline.h"
#include "indexer/extract/dates/dates.h"
#include "indexer/extract/facts/facts.h"
#include "indexer/extract/facts/headline.h"
#include "indexer/extract/markup/encoding.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/page/page.h"
#include "indexer/extract/page/page_kind.h"
#include "indexer/extract/plain_text.h"
#include "indexer/extract/read_page.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMaxPageBytes = std::size_t{64} << 20;

tl::unexpected<Rejection> rejected(const RawDocument& document, std::string_view code,
                                   std::string reason) {
  return tl::unexpected(reject_document(document, code, std::move(reason)));
}

// Before anybody looks inside.
std::optional<Rejection> refusal_of(const RawDocument& document) {
  if (document.bytes.size() > kMaxPageBytes) {
    return reject_document(document, reject::kTooLarge, "the page is larger than 64 MB");
  }
  if (document.bytes.find_first_not_of(" \t\r\n\f\v") == std::string::npos) {
    return reject_document(document, reject::kEmpty, "there is nothing but white space");
  }
  return std::nullopt;
}

// Fills the record and notes where each value came from.
class Filler {
 public:
  explicit Filler(Extraction& out) : out_(out) {}

  void text(const char* field, std::string& into, page::Finding<std::string> found) {
    if (!found.found()) return;
    note(field, found.source, found.value);
    into = std::move(found.value);
  }
  void texts(const char* field, std::vector<std::string>& into,
             page::Finding<std::vector<std::string>> found) {
    if (!found.found()) return;
    note(field, found.source, found.value.front());
    into = std::move(found.value);
  }
  void date(const char* field, std::optional<Timestamp>& into,
            const page::Finding<std::optional<Timestamp>>& found) {
    if (!found.found()) return;
    note(field, found.source, found.value->to_string());
    into = found.value;
  }
  void note(const char* field, std::string source, std::string_view value) {
    constexpr std::size_t kShown = 80;
    out_.sources.push_back({field, std::move(source), std::string(truncate_utf8(value, kShown))});
  }

 private:
  Extraction& out_;
};

void fill_credits(const page::Page& page, const page::Place& place, Article& article,
                  Filler& fill) {
  auto byline = page::find_byline(page, place);
  const page::Lead lead = page::read_lead(std::string_view(article.body).substr(0, 400));
  if (!lead.agency.empty()) page::merge(byline.value, {{}, {lead.agency}});
  // "… said the ministry. (avec AFP)"
  constexpr std::size_t kTail = 60;
  const std::string_view body = article.body;
  page::merge(byline.value,
              {{}, page::agencies_in(body.substr(body.size() - std::min(kTail, body.size())))});
  article.dateline = lead.dateline;
  // "By Ann Lee, New York": the place where it was written is nobody.
  std::erase_if(byline.value.people, [&](const std::string& name) {
    return page::folded(name) == page::folded(lead.dateline);
  });
  if (!lead.dateline.empty()) fill.note("dateline", "first paragraph", lead.dateline);
  if (!byline.value.people.empty()) fill.note("byline", byline.source, byline.value.people.front());
  if (!byline.value.agencies.empty()) {
    fill.note("agencies", byline.found() ? byline.source : "first paragraph",
              byline.value.agencies.front());
  }
  article.byline = std::move(byline.value.people);
  article.agencies = std::move(byline.value.agencies);
}

page::Place fill_text(const page::Page& page, Article& article, Filler& fill) {
  page::Body body = page::find_body(page);
  const bool none = body.blocks.empty();
  const page::NodeIndex begin = none ? page.tree.size() : page.blocks[body.blocks.front()].first;
  const page::NodeIndex end = none ? page.tree.size() : page.blocks[body.blocks.back()].last + 1;
  fill.text("headline", article.headline, page::find_headline(page, begin));
  fill.text("standfirst", article.standfirst, page::take_standfirst(page, article.headline, body));
  article.body = page::text_of(body, page);
  if (page::states_more(page, article.body)) {
    article.body = page.linked.article.body;
    body.method = "json-ld articleBody";
    body.cut.clear();
  }
  if (!article.body.empty()) fill.note("body", std::string(body.method), article.body);
  for (const page::CutBlock& cut : body.cut) {
    fill.note("cut", std::string(cut.reason), page.blocks.text(cut.block));
  }
  return {page::headline_block(page, article.headline, begin), begin, end};
}

// What a crawler has fetched was published before, whenever it is read.
std::int64_t latest_publication(const RawDocument& document) {
  const std::int64_t now = system_clock().now().time_since_epoch().count();
  return std::min(document.fetched.value_or(now), now);
}

void fill_facts(const page::Page& page, const page::Place& place, std::int64_t latest,
                Article& article, Filler& fill) {
  fill.text("section", article.section, page::find_section(page, place));
  fill.texts("tags", article.tags, page::find_tags(page));
  fill.text("language", article.language, page::find_language(page));
  fill.text("canonical_url", article.canonical_url, page::find_canonical_url(page));
  fill.text("source", article.source, page::find_source(page));
  const page::Dates dates = page::find_dates(page, place, latest);
  fill.date("published", article.published, dates.published);
  fill.date("modified", article.modified, dates.modified);
  article.entities = page.linked.article.entities;
}

ExtractResult from_html(const RawDocument& document, const ExtractOptions& options) {
  auto page = page::read_page(document);
  if (!page) return tl::unexpected(std::move(page.error()));
  Extraction out;
  Article& article = out.article;
  article.url = document.url;
  article.origin = document.origin;
  Filler fill(out);
  const page::Place place = fill_text(*page, article, fill);
  fill_facts(*page, place, latest_publication(document), article, fill);
  fill_credits(*page, place, article, fill);
  if (page->tree.overworked()) {
    return rejected(document, reject::kTooCostly,
                    "its elements lie within one another so that the same text would have to be "
                    "read over and over");
  }
  if (!article.has_text()) {
    return rejected(document, reject::kNoText, "neither a headline nor a text was found");
  }
  const page::PageKind kind =
      page::kind_of(*page, article.headline, article.body, article.published.has_value());
  fill.note("kind", "page", name_of(kind));
  const bool wanted = kind == page::PageKind::kArticle || kind == page::PageKind::kLiveBlog;
  if (!wanted && !options.keep_all) {
    return rejected(document, reject::kNotAnArticle,
                    "a " + std::string(name_of(kind)) + ", no article (--keep-all keeps it)");
  }
  return out;
}

ExtractResult from_text(const RawDocument& document) {
  Extraction out = page::read_plain_text(page::decode_page(document.bytes, document.charset));
  out.article.url = document.url;
  out.article.origin = document.origin;
  if (!out.article.has_text()) {
    return rejected(document, reject::kNoText, "neither a headline nor a text was found");
  }
  return out;
}

}  // namespace

ExtractResult extract_article(const RawDocument& document, const ExtractOptions& options) {
  if (const auto refused = refusal_of(document)) return tl::unexpected(*refused);
  return from_html(document, options);
}

ExtractResult extract_text(const RawDocument& document, const ExtractOptions& /*options*/) {
  if (const auto refused = refusal_of(document)) return tl::unexpected(*refused);
  return from_text(document);
}

}  // namespace dateline::indexer
