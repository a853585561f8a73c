// Tested by tests/searcher/search/columns_oracle_test.cc and tests/cli/stories_test.py.
#include "searcher/search/matching/pages/story_page.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/schema/fields.h"
#include "common/schema/story.h"
#include "searcher/search/matching/slot_columns.h"

namespace dateline::search {
namespace {

// Asked for beyond the page, for copies of stories that are on it.
constexpr Xapian::doccount kSpareForCopies = 10;
// Where these do not suffice, so many times as many are asked for in a second run.
constexpr Xapian::doccount kMoreOfThem = 4;
constexpr int kMostRuns = 2;

// Counts the articles that are met, and of each story.
class StorySpy final : public Xapian::MatchSpy {
 public:
  // Documents are kept up to `most`.
  StorySpy(const SlotColumns& columns, std::shared_ptr<const MatchedShard> shard, std::size_t most)
      : columns_(columns), shard_(std::move(shard)), most_(most) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    ++met_;
    if (documents_.size() < most_) documents_.push_back(shard_->in_whole(document.get_docid()));
    const auto story = story_of(document);
    if (story) values_.push_back(*story);
  }

  // To be called before what follows.
  void end() { std::sort(values_.begin(), values_.end()); }

  std::uint64_t met() const { return met_; }
  std::vector<Xapian::docid> take_documents() { return std::move(documents_); }
  std::uint64_t stories() const {
    std::uint64_t stories = met_ - values_.size();
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (i == 0 || values_[i] != values_[i - 1]) ++stories;
    }
    return stories;
  }
  std::uint64_t articles_of(schema::StoryId value) const {
    const auto [first, last] = std::equal_range(values_.begin(), values_.end(), value);
    return static_cast<std::uint64_t>(last - first);
  }

 private:
  std::optional<schema::StoryId> story_of(const Xapian::Document& document) const {
    const store::Column* column = columns_.of(shard_->current(), 0);
    if (column != nullptr) return schema::story_from_value(column->value(document.get_docid()));
    return schema::story_from_value(
        document.get_value(static_cast<Xapian::valueno>(schema::Slot::kStory)));
  }

  const SlotColumns& columns_;
  std::shared_ptr<const MatchedShard> shard_;
  std::size_t most_;
  std::uint64_t met_ = 0;
  std::vector<Xapian::docid> documents_;
  std::vector<schema::StoryId> values_;  // of those that have one
};

class StoryPage {
 public:
  explicit StoryPage(const store::IndexReader& index)
      : index_(index), columns_(index, {schema::Slot::kStory}) {}

  MatchPage run(Xapian::Enquire& enquire, const QueryOfRun& query, Xapian::doccount asked,
                Xapian::doccount counted) const {
    const auto shard = std::make_shared<MatchedShard>(index_.database());
    StorySpy spy(columns_, shard, counted);
    enquire.set_query(query(shard));
    enquire.add_matchspy(&spy);
    MatchPage page;
    page.found = enquire.get_mset(0, asked, std::max(asked, counted));
    enquire.clear_matchspies();
    spy.end();
    page.articles = spy.met();
    page.stories = spy.stories();
    if (spy.met() < counted) page.documents = spy.take_documents();
    page.list = best_of_each(matches_of(page.found));
    for (PageMatch& match : page.list) {
      if (match.story) match.copies = copies_of(*match.story, spy);
    }
    return page;
  }

 private:
  std::vector<PageMatch> matches_of(const Xapian::MSet& found) const {
    std::vector<PageMatch> list;
    list.reserve(found.size());
    for (auto at = found.begin(); at != found.end(); ++at) {
      PageMatch match;
      match.document = *at;
      match.score = at.get_weight();
      if (const auto value = value_of(*at)) match.story = index_.stories().story_of(*value);
      list.push_back(match);
    }
    return list;
  }

  std::optional<schema::StoryId> value_of(Xapian::docid document) const {
    const std::size_t shards = index_.shards();
    const std::size_t shard = (document - 1) % shards;
    const auto number = static_cast<Xapian::docid>((document - 1) / shards + 1);
    const store::Column* column = columns_.of(shard, 0);
    if (column != nullptr) return schema::story_from_value(column->value(number));
    return schema::story_from_value(index_.shard(shard).get_document(number).get_value(
        static_cast<Xapian::valueno>(schema::Slot::kStory)));
  }

  std::uint64_t copies_of(schema::StoryId story, const StorySpy& spy) const {
    std::uint64_t articles = 0;
    for (const schema::StoryId value : index_.stories().values_of(story)) {
      articles += spy.articles_of(value);
    }
    return std::max<std::uint64_t>(articles, 1) - 1;
  }

  const store::IndexReader& index_;
  SlotColumns columns_;
};

}  // namespace

std::optional<MatchPage> find_story_page(Xapian::Enquire& enquire, const QueryOfRun& query,
                                         const Request& request, const store::IndexReader& index,
                                         const Deadline& deadline, Xapian::doccount counted) {
  const StoryPage stories(index);
  const std::size_t wanted = request.offset + request.limit + 1;
  auto asked = static_cast<Xapian::doccount>(wanted) + kSpareForCopies;
  for (int i = 0; i < kMostRuns; ++i, asked *= kMoreOfThem) {
    MatchPage page = stories.run(enquire, query, asked, counted);
    const bool suffices = page.list.size() >= wanted || page.found.size() < asked;
    if (!suffices && !deadline.passed()) continue;
    if (deadline.passed()) page.documents.reset();
    cut_page(page, request.offset, request.limit);
    return page;
  }
  return std::nullopt;
}

}  // namespace dateline::search
