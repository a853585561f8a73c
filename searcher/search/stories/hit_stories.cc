#include "searcher/search/stories/hit_stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/schema/story.h"
#include "searcher/search/snippet/hits.h"
#include "searcher/search/stories/story_copies.h"

namespace dateline::search {
namespace {

StoryOfHit asked_for(const Hit& hit, schema::StoryId story, const PageMatch& match) {
  StoryOfHit out;
  out.story = story;
  if (hit.article.published) {
    out.day = replace_all(format_day(hit.article.published->day()), "-", "");
  }
  out.has_copies = match.copies > 0 || !match.copies_known;
  return out;
}

Status complete(const StoryTallies& tallies, const HeadOf& head_of, schema::StoryId story,
                HitStory& out) {
  const auto tally = tallies.stories.find(story);
  if (tally == tallies.stories.end()) return {};
  if (tally->second.articles > 0) {
    out.copies = std::max(out.copies.value_or(0), tally->second.articles - 1);
  }
  if (out.copies == 0U || !tally->second.earliest) return {};
  auto earliest = head_of(*tally->second.earliest);
  if (!earliest) return failure(earliest.error());
  drop_addresses_that_run(*earliest);
  out.earliest = std::move(*earliest);
  return {};
}

void name_stories(const Call& call, const std::vector<PageMatch>& page, Answer& answer) {
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    const Xapian::Document document = call.index.database().get_document(page[i].document);
    const auto story = story_of_value(
        call.index, document.get_value(static_cast<Xapian::valueno>(schema::Slot::kStory)));
    if (story) answer.hits[i].story.id = schema::story_text(*story);
  }
}

}  // namespace

StoriesAsked stories_asked(const std::vector<PageMatch>& page, const Answer& answer,
                           std::uint64_t documents) {
  StoriesAsked out;
  out.looks_through = documents <= kLookedThrough;
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    if (page[i].story) out.stories.push_back(asked_for(answer.hits[i], *page[i].story, page[i]));
  }
  return out;
}

Status add_copies(const StoryTallies& tallies, const HeadOf& head_of,
                  const std::vector<PageMatch>& page, Answer& answer) {
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    HitStory& out = answer.hits[i].story;
    out.copies = page[i].copies;
    if (!page[i].story) continue;
    out.id = schema::story_text(*page[i].story);
    if (auto ok = complete(tallies, head_of, *page[i].story, out); !ok) return ok;
  }
  if (tallies.without_story > 0) {
    answer.notices.push_back(
        {"stories", fmt::format("{} articles were indexed before copies were told, and each is a "
                                "story of its own: index them again, or give --collapse none",
                                tallies.without_story)});
  }
  return {};
}

Status add_stories(Collapse collapse, const Call& call, const std::vector<PageMatch>& page,
                   Answer& answer) {
  if (collapse == Collapse::kNone) {
    name_stories(call, page, answer);
    return {};
  }
  const Xapian::Database& db = call.index.database();
  const StoryTallies tallies =
      collect_stories(call.index, stories_asked(page, answer, db.get_doccount()), *call.deadline);
  const auto head_of = [&](const DatedCopy& copy) {
    return schema::decode_head(db.get_document(copy.document).get_data());
  };
  return add_copies(tallies, head_of, page, answer);
}

}  // namespace dateline::search
