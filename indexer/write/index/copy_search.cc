#include "indexer/write/index/copy_search.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/base/calendar.h"
#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/schema/story.h"
#include "indexer/stories/comparison.h"

namespace dateline::indexer {
namespace {

using schema::Slot;

// So many new articles, and no more, have their copies looked up by days.
constexpr std::size_t kFewArticles = 256;

Xapian::valueno number_of(Slot slot) { return static_cast<Xapian::valueno>(slot); }

std::string digits_of_day(std::int32_t day) {
  const std::chrono::sys_days date{std::chrono::days(day)};
  return replace_all(format_day(date), "-", "");
}

// Values of one slot, asked for by ascending document.
class SlotValues {
 public:
  SlotValues(const Xapian::Database& db, Slot slot)
      : at_(db.valuestream_begin(number_of(slot))), end_(db.valuestream_end(number_of(slot))) {}

  std::string of(Xapian::docid document) {
    if (at_ != end_ && at_.get_docid() < document) at_.skip_to(document);
    return at_ != end_ && at_.get_docid() == document ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

// Shows the articles of one segment, ascending.
class SegmentWalk {
 public:
  SegmentWalk(const Xapian::Database& db, StoryGrouper& grouper)
      : db_(db), days_(db, Slot::kDay), stories_(db, Slot::kStory), grouper_(grouper) {}

  template <typename Counts>
  void show(Xapian::docid document, const std::string& sketch_value, const Counts& counts) {
    const auto sketch = decode_sketch(sketch_value);
    if (!sketch || !grouper_.knows_like(*sketch) || !counts(document)) return;
    grouper_.meet(*sketch, day_from_value(days_.of(document)),
                  {[&] { return mark_of_record(document); },
                   [&] { return schema::story_from_value(stories_.of(document)); }});
  }

 private:
  std::optional<StoryMark> mark_of_record(Xapian::docid document) const {
    const auto article = schema::decode_record(db_.get_document(document).get_data());
    return article ? std::optional(mark_of(*article)) : std::nullopt;
  }

  const Xapian::Database& db_;
  SlotValues days_;
  SlotValues stories_;
  StoryGrouper& grouper_;
};

bool are_few_and_dated(const std::vector<NewArticle>& articles) {
  return articles.size() <= kFewArticles &&
         std::none_of(articles.begin(), articles.end(),
                      [](const NewArticle& article) { return article.day == kNoDay; });
}

// The terms of all days on which there may be copies.
std::set<std::string> day_terms(const std::vector<NewArticle>& articles) {
  std::set<std::string> terms;
  for (const NewArticle& article : articles) {
    for (std::int32_t day = article.day - kStoryDays; day <= article.day + kStoryDays; ++day) {
      terms.insert(std::string(schema::kDayPrefix) + digits_of_day(day));
    }
  }
  return terms;
}

std::vector<Xapian::docid> documents_with(const Xapian::Database& db,
                                          const std::set<std::string>& terms) {
  std::vector<Xapian::docid> documents;
  for (const std::string& term : terms) {
    std::copy(db.postlist_begin(term), db.postlist_end(term), std::back_inserter(documents));
  }
  std::sort(documents.begin(), documents.end());
  return documents;
}

bool all_have_a_day(const Xapian::Database& db) {
  return db.get_value_freq(number_of(Slot::kDay)) == db.get_doccount();
}

}  // namespace

void show_articles(const store::IndexReader& index,
                   const std::function<bool(Xapian::docid)>& counts, StoryGrouper& grouper) {
  if (grouper.articles().empty()) return;
  std::set<std::string> terms;
  if (are_few_and_dated(grouper.articles())) terms = day_terms(grouper.articles());
  for (std::size_t i = 0; i < index.shards(); ++i) {
    const Xapian::Database& db = index.shard(i);
    const auto counts_here = [&](Xapian::docid number) {
      return counts(index.document(i, number));
    };
    SegmentWalk walk(db, grouper);
    if (!terms.empty() && all_have_a_day(db)) {
      SlotValues sketches(db, Slot::kStorySketch);
      for (const Xapian::docid document : documents_with(db, terms)) {
        walk.show(document, sketches.of(document), counts_here);
      }
      continue;
    }
    const Xapian::valueno slot = number_of(Slot::kStorySketch);
    for (auto at = db.valuestream_begin(slot); at != db.valuestream_end(slot); ++at) {
      walk.show(at.get_docid(), *at, counts_here);
    }
  }
}

}  // namespace dateline::indexer
