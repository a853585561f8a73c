// Each source of dates has a finder; this file asks them in the order in which they can be trusted,
// and takes the first plausible date:
//
//   published   JSON-LD, meta, what labels say, marked elements, the URL, lines near the headline,
//               scripts
//   modified    JSON-LD, meta, marked elements, lines that say "updated"
//
// An instant in UTC is then told in the page's own clock (local_day.h), and a modified date of more
// than a day before the published one is left out. See date_context.h for what the finders share.
// Tested in dates_test.cc.
#include "indexer/extract/dates/dates.h"

#include <span>
#include <string>
#include <vector>

#include "indexer/extract/dates/date_elements.h"
#include "indexer/extract/dates/local_day.h"
#include "indexer/extract/dates/script_dates.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/tables/meta_keys.h"

namespace dateline::indexer::page {
namespace {

constexpr std::int64_t kDay = 86'400;

class DateFinder {
 public:
  explicit DateFinder(const DateContext& context) : context_(context), page_(context.page()) {}

  Dates find() const {
    Dates out;
    out.published = localised(published(), context_);
    out.modified = localised_alike(modified(), out.published);
    if (out.published.found() && out.modified.found() &&
        out.modified.value->instant() + kDay < out.published.value->instant()) {
      out.modified = {};
    }
    return out;
  }

 private:
  DateFinding published() const {
    DateFinding found = context_.read(page_.linked.article.published, "json-ld datePublished");
    if (!found.found()) found = from_meta(kPublishedKeys);
    if (!found.found()) {
      found = from_linked(&LinkedThing::published, "datePublished");
    }
    if (found.found()) return found;
    DateElements elements = find_date_elements(context_, true);
    if (elements.stated) return elements.marked;
    DateFinding url = from_url();
    if (!url.found()) found = from_lines(DateRole::kPublished, context_.text_block());
    if (!found.found()) found = std::move(elements.marked);
    if (!found.found()) found = std::move(url);
    if (!found.found()) found = from_lines(DateRole::kPublished);
    if (!found.found()) found = from_lines(DateRole::kPlain);
    if (!found.found()) found = std::move(elements.updated);
    if (!found.found()) found = from_lines(DateRole::kModified);
    if (!found.found()) found = std::move(elements.above);
    if (!found.found()) found = from_scripts();
    if (!found.found()) found = from_lines(DateRole::kUnknown);
    return found;
  }

  DateFinding modified() const {
    DateFinding found = context_.read(page_.linked.article.modified, "json-ld dateModified");
    if (!found.found()) found = from_meta(kModifiedKeys);
    if (!found.found()) found = from_linked(&LinkedThing::modified, "dateModified");
    if (!found.found()) found = find_date_elements(context_, false).marked;
    if (!found.found()) found = from_lines_modified();
    return found;
  }

  DateFinding from_meta(std::span<const std::string_view> keys) const {
    for (const std::string_view key : keys) {
      for (const std::string& value : page_.meta.values({key})) {
        DateFinding found = context_.read(value, "meta " + std::string(key));
        if (found.found()) return found;
      }
    }
    return {};
  }

  // Of what the page states of itself under another type than an article's.
  DateFinding from_linked(std::string LinkedThing::*date, std::string_view key) const {
    const std::string title = folded(page_.meta.title);
    for (const LinkedThing& thing : page_.linked.things) {
      const std::string name = folded(thing.name);
      constexpr std::size_t kShortest = 8;
      const bool named = name.size() >= kShortest && title.find(name) != std::string::npos;
      if (!thing.is_page && !named) continue;
      DateFinding found =
          context_.read(thing.*date, "json-ld " + thing.type + "." + std::string(key));
      if (found.found()) return found;
    }
    return {};
  }

  DateFinding from_url() const {
    for (const std::string& url : {page_.meta.canonical, page_.url, page_.meta.value({"og:url"})}) {
      const auto stamp = date_in_url(url);
      if (stamp && context_.plausible(*stamp)) return {stamp, "url"};
    }
    return {};
  }

  DateFinding from_lines(DateRole role, std::size_t end = std::string::npos) const {
    for (const DateLine& line : context_.lines()) {
      if (line.block >= end) continue;
      DateFinding found = context_.read_as(role, line, "visible date");
      if (found.found()) return found;
    }
    return {};
  }

  // "9 May 2022 05:48 · Updated 9 May 2022 09:15": what stands after the word, where no label says
  // it of a date of its own.
  DateFinding from_lines_modified() const {
    DateFinding labelled = from_lines(DateRole::kModified);
    if (labelled.found()) return labelled;
    for (const DateLine& line : context_.lines()) {
      const std::size_t at = modified_word(line.text);
      if (at == std::string_view::npos) continue;
      DateFinding found = context_.read(line.text.substr(at), "visible date");
      if (found.found()) return found;
    }
    return {};
  }

  // Scripts speak of other articles too: they are believed where all that they say is one day.
  DateFinding from_scripts() const {
    DateFinding first;
    for (const ByteRange& script : page_.scripts) {
      for (const std::string& value : script_dates(script.of(page_.html))) {
        DateFinding found = context_.read(value, "script");
        if (!found.found()) continue;
        if (!first.found())
          first = std::move(found);
        else if (found.value->day() != first.value->day())
          return {};
      }
    }
    return first;
  }

  const DateContext& context_;
  const Page& page_;
};

}  // namespace

Dates find_dates(const Page& page, const Place& place, std::int64_t now) {
  const DateContext context(page, place.headline, now);
  return DateFinder(context).find();
}

}  // namespace dateline::indexer::page
