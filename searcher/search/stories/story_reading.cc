#include "searcher/search/stories/story_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/schema/story.h"
#include "searcher/query/positions/work.h"
#include "searcher/search/matching/lookup.h"
#include "searcher/search/matching/unweighted.h"
#include "searcher/search/snippet/hits.h"
#include "searcher/search/stories/story_copies.h"

namespace dateline::search {
namespace {

constexpr auto kStorySlot = static_cast<Xapian::valueno>(schema::Slot::kStory);
constexpr auto kInstantSlot = static_cast<Xapian::valueno>(schema::Slot::kInstant);

Error time_was_up_for_story() {
  return {ErrorCode::kLimit, "reading a story: time was up, or the call was cancelled",
          "ask again, with a later deadline"};
}

Result<Article> whole_record(const Xapian::Document& document) {
  auto article = schema::decode_record(document.get_data());
  if (article) drop_addresses_that_run(*article);
  return article;
}

// The earliest first; undated ones last. Of the same instant by id, so that the order is the same
// however the articles came.
void sort_by_age(std::vector<Article>& copies) {
  std::sort(copies.begin(), copies.end(), [](const Article& a, const Article& b) {
    const auto key = [](const Article& article) {
      return std::pair(!article.published, article.published ? article.published->instant() : 0);
    };
    return std::pair(key(a), std::string_view(a.id)) < std::pair(key(b), std::string_view(b.id));
  });
}

Result<Story> read_copies(schema::StoryId id, const Call& call) {
  Story story;
  story.id = schema::story_text(id);
  Xapian::Enquire enquire(call.index.database());
  enquire.set_query(bounded_by(call.index.live(articles_of(call.index, id)), call.deadline));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  // Descending, so that the undated ones, whose value is empty, come last; the last page is asked.
  enquire.set_sort_by_value(kInstantSlot, /*reverse=*/true);
  Xapian::MSet found = enquire.get_mset(0, kMostCopies, call.index.database().get_doccount());
  if (call.deadline->check()) return failure(time_was_up_for_story());
  story.articles = found.get_matches_lower_bound();
  for (auto at = found.begin(); at != found.end(); ++at) {
    auto article = whole_record(at.get_document());
    if (!article) return failure(article.error());
    story.copies.push_back(std::move(*article));
  }
  sort_by_age(story.copies);
  return story;
}

}  // namespace

Result<Story> read_story(std::string_view id, const Call& call) {
  try {
    const Xapian::docid document = find_article(call.index, id);
    std::optional<schema::StoryId> story;
    if (document == 0) {
      story = schema::story_from_text(id);
      if (story) story = call.index.stories().story_of(*story);
    } else {
      const Xapian::Document found = call.index.database().get_document(document);
      story = story_of_value(call.index, found.get_value(kStorySlot));
      if (!story) {
        auto article = whole_record(found);
        if (!article) return failure(article.error());
        return Story{{}, 1, {std::move(*article)}};
      }
    }
    if (!story) return failure(no_article(id));
    auto read = read_copies(*story, call);
    if (read && read->copies.empty()) return failure(no_article(id));
    return read;
  } catch (const query::OutOfTime&) {
    return failure(time_was_up_for_story());
  }
}

}  // namespace dateline::search
