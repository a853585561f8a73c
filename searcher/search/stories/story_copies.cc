#include "searcher/search/stories/story_copies.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

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
      out_.try_emplace(one.story);
      stories_[one.story] = one.story;
    }
    for (const store::StoryMerge& merge : index.stories().list()) {
      if (out_.contains(merge.story)) stories_[merge.value] = merge.story;
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

  bool is_out_of_time() { return ++looks_ % kBetweenLooks == 0 && deadline_.check(); }

  // The document of this number in the shard, by the value of its story.
  void count(Xapian::docid number, std::string_view its_value) {
    const auto value = schema::story_from_value(its_value);
    if (!value) return;
    const auto story = stories_.find(*value);
    if (story == stories_.end()) return;
    const Xapian::docid document = index_.document(shard_, number);
    if (!index_.is_live(document)) return;
    StoryTally& tally = out_[story->second];
    ++tally.articles;
    if (instants_ != instants_end_ && instants_.get_docid() < number) instants_.skip_to(number);
    if (instants_ == instants_end_ || instants_.get_docid() != number) return;
    const std::string instant = *instants_;
    std::string& earliest = instants_of_[story->second];
    if (tally.earliest != 0 && instant >= earliest) return;
    earliest = instant;
    tally.earliest = document;
  }

  const store::IndexReader& index_;
  Deadline& deadline_;
  std::unordered_map<StoryId, StoryId> stories_;  // by value
  std::unordered_map<StoryId, std::string> instants_of_;
  StoryTallies out_;
  std::size_t shard_ = 0;
  const store::Column* column_ = nullptr;  // of the shard's stories; null: `values_` has them
  Xapian::ValueIterator values_;
  Xapian::ValueIterator values_end_;
  Xapian::ValueIterator instants_;
  Xapian::ValueIterator instants_end_;
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

StoryTallies tally_stories(const store::IndexReader& index, const std::vector<StoryOfHit>& stories,
                           Deadline& deadline) {
  if (!index.can().run_our_sources) return {};
  const bool is_small = index.database().get_doccount() <= kLookedThrough;
  std::vector<StoryOfHit> asked;
  std::copy_if(
      stories.begin(), stories.end(), std::back_inserter(asked),
      [&](const StoryOfHit& one) { return is_small || (one.has_copies && !one.day.empty()); });
  if (asked.empty()) return {};
  Tally tally(index, asked, deadline);
  if (is_small) {
    tally.look_through();
  } else {
    std::set<std::string> terms;
    for (const StoryOfHit& one : asked) add_days_around(one.day, terms);
    tally.look_at_days(terms);
  }
  return tally.take();
}

}  // namespace dateline::search
