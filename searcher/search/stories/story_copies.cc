#include "searcher/search/stories/story_copies.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/calendar.h"
#include "common/base/strings.h"
#include "common/schema/fields.h"

namespace dateline::search {
namespace {

using schema::Slot;
using schema::StoryId;

// Wire copies appear within days of each other.
constexpr int kDaysAround = 3;
// The clock is read once for so many documents.
constexpr unsigned kBetweenLooks = 1024;

constexpr Xapian::valueno number_of(Slot slot) { return static_cast<Xapian::valueno>(slot); }

class Tally {
 public:
  Tally(const store::IndexReader& index, const std::vector<StoryOfHit>& stories, Deadline& deadline)
      : index_(index), deadline_(deadline) {
    for (const StoryOfHit& one : stories) {
      out_.stories.try_emplace(one.story);
      // What this index has found to be of the story, though another place may name it otherwise.
      const StoryId own = index.stories().story_of(one.story);
      for (const StoryId value : index.stories().values_of(own)) add_value(value, one.story);
      add_value(one.story, one.story);
    }
  }

  void look_through() {
    for (std::size_t shard = 0; shard < index_.shards(); ++shard) {
      begin(shard);
      if (column_ != nullptr) {
        const Xapian::docid last = index_.shard(shard).get_lastdocid();
        for (Xapian::docid i = 1; i <= last && !is_out_of_time(); ++i) count(i, column_->value(i));
        continue;
      }
      for (; values_ != values_end_ && !is_out_of_time(); ++values_) {
        count(values_.get_docid(), *values_);
      }
    }
  }

  void look_at_days(const std::set<std::string>& terms) {
    for (std::size_t shard = 0; shard < index_.shards(); ++shard) {
      begin(shard);
      const Xapian::Database& db = index_.shard(shard);
      std::vector<Xapian::docid> documents;
      for (const std::string& term : terms) {
        documents.insert(documents.end(), db.postlist_begin(term), db.postlist_end(term));
      }
      std::sort(documents.begin(), documents.end());
      for (const Xapian::docid document : documents) {
        if (is_out_of_time()) return;
        if (column_ != nullptr) {
          count(document, column_->value(document));
          continue;
        }
        if (values_ != values_end_ && values_.get_docid() < document) values_.skip_to(document);
        if (values_ == values_end_) break;
        if (values_.get_docid() == document) count(document, *values_);
      }
    }
  }

  StoryTallies take() { return std::move(out_); }

 private:
  void begin(std::size_t shard) {
    shard_ = shard;
    const Xapian::Database& db = index_.shard(shard);
    const auto columns = index_.columns(shard);
    column_ = columns ? columns->of(number_of(Slot::kStory)) : nullptr;
    if (column_ == nullptr) {
      values_ = db.valuestream_begin(number_of(Slot::kStory));
      values_end_ = db.valuestream_end(number_of(Slot::kStory));
    }
    instants_ = db.valuestream_begin(number_of(Slot::kInstant));
    instants_end_ = db.valuestream_end(number_of(Slot::kInstant));
  }

  void add_value(StoryId value, StoryId asked) {
    std::vector<StoryId>& of = stories_[value];
    if (std::find(of.begin(), of.end(), asked) == of.end()) of.push_back(asked);
  }

  bool is_out_of_time() { return ++looks_ % kBetweenLooks == 0 && deadline_.check(); }

  // The document of this number in the shard, by the value of its story.
  void count(Xapian::docid number, std::string_view its_value) {
    const auto value = schema::story_from_value(its_value);
    if (!value) return;
    const auto story = stories_.find(*value);
    if (story == stories_.end()) return;
    const Xapian::docid document = index_.document(shard_, number);
    if (!index_.is_live(document)) return;
    const std::string instant = value_at(instants_, instants_end_, number);
    for (const StoryId asked : story->second) {
      StoryTally& tally = out_.stories[asked];
      ++tally.articles;
      if (instant.empty() || (tally.earliest && instant > tally.earliest->instant)) continue;
      DatedCopy copy{instant, mark_of(number), 0, document};
      if (!tally.earliest || copy.is_before(*tally.earliest)) tally.earliest = std::move(copy);
    }
  }

  // Of a list that is read forwards.
  static std::string value_at(Xapian::ValueIterator& at, const Xapian::ValueIterator& end,
                              Xapian::docid number) {
    if (at != end && at.get_docid() < number) at.skip_to(number);
    return at == end || at.get_docid() != number ? std::string() : *at;
  }

  std::optional<schema::ArticleMark> mark_of(Xapian::docid number) {
    const auto slot = number_of(Slot::kArticle);
    if (marks_of_ != shard_) marks_ = index_.shard(shard_).valuestream_begin(slot);
    marks_of_ = shard_;
    const auto end = index_.shard(shard_).valuestream_end(slot);
    return schema::article_mark_from_value(value_at(marks_, end, number));
  }

  const store::IndexReader& index_;
  Deadline& deadline_;
  // That were asked for, by value: two of them may be one story here.
  std::unordered_map<StoryId, std::vector<StoryId>> stories_;
  StoryTallies out_;
  std::size_t shard_ = 0;
  const store::Column* column_ = nullptr;  // of the shard's stories; null: `values_` has them
  Xapian::ValueIterator values_;
  Xapian::ValueIterator values_end_;
  Xapian::ValueIterator instants_;
  Xapian::ValueIterator instants_end_;
  std::optional<std::size_t> marks_of_;  // the shard that `marks_` is of
  Xapian::ValueIterator marks_;
  unsigned looks_ = 0;
};

void add_days_around(const std::string& day, std::set<std::string>& terms) {
  const auto date =
      day.size() == 8
          ? Timestamp::parse(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6, 2))
          : std::nullopt;
  if (!date) return;
  for (int i = -kDaysAround; i <= kDaysAround; ++i) {
    const std::chrono::sys_days around = std::chrono::sys_days(date->day()) + std::chrono::days(i);
    terms.insert(std::string(schema::kDayPrefix) + replace_all(format_day(around), "-", ""));
  }
}

// Those of remote places have no count here: nothing is known of their segments.
std::uint64_t articles_without_story(const store::IndexReader& index) {
  if (!index.can().run_our_sources) return 0;
  std::uint64_t without = 0;
  for (std::size_t i = 0; i < index.shards(); ++i) {
    const Xapian::Database& shard = index.shard(i);
    without += shard.get_doccount() - shard.get_value_freq(number_of(Slot::kStory));
  }
  return without;
}

}  // namespace

std::optional<StoryId> story_of_value(const store::IndexReader& index, std::string_view value) {
  const auto story = schema::story_from_value(value);
  return story ? std::optional(index.stories().story_of(*story)) : std::nullopt;
}

Xapian::Query articles_of(const store::IndexReader& index, StoryId story) {
  std::vector<Xapian::Query> values;
  for (const StoryId one : index.stories().values_of(story)) {
    const std::string value = schema::story_value(one);
    values.emplace_back(Xapian::Query::OP_VALUE_RANGE, number_of(Slot::kStory), value, value);
  }
  return {Xapian::Query::OP_OR, values.begin(), values.end()};
}

StoryTallies collect_stories(const store::IndexReader& index, const StoriesAsked& asked,
                             Deadline& deadline) {
  StoryTallies none;
  none.without_story = articles_without_story(index);
  if (!index.can().run_our_sources) return none;
  std::vector<StoryOfHit> likely;
  std::copy_if(asked.stories.begin(), asked.stories.end(), std::back_inserter(likely),
               [&](const StoryOfHit& one) {
                 return asked.looks_through || (one.has_copies && !one.day.empty());
               });
  if (likely.empty()) return none;
  Tally tally(index, likely, deadline);
  if (asked.looks_through) {
    tally.look_through();
  } else {
    std::set<std::string> terms;
    for (const StoryOfHit& one : likely) add_days_around(one.day, terms);
    tally.look_at_days(terms);
  }
  StoryTallies out = tally.take();
  out.without_story = none.without_story;
  out.partial = deadline.passed();
  return out;
}

}  // namespace dateline::search
