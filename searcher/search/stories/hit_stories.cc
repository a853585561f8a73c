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

Result<Article> head_of(const Call& call, Xapian::docid document) {
  auto article = schema::decode_head(call.index.database().get_document(document).get_data());
  if (article) drop_addresses_that_run(*article);
  return article;
}

// Those of remote places have no count here: nothing is known of their segments.
std::uint64_t articles_without_story(const store::IndexReader& index) {
  if (!index.can().run_our_sources) return 0;
  std::uint64_t without = 0;
  for (std::size_t i = 0; i < index.shards(); ++i) {
    const Xapian::Database& shard = index.shard(i);
    without += shard.get_doccount() -
               shard.get_value_freq(static_cast<Xapian::valueno>(schema::Slot::kStory));
  }
  return without;
}

Status complete(const Call& call, const StoryTallies& tallies, schema::StoryId story,
                HitStory& out) {
  const auto tally = tallies.find(story);
  if (tally == tallies.end()) return {};
  if (tally->second.articles > 0) {
    out.copies = std::max(out.copies.value_or(0), tally->second.articles - 1);
  }
  if (out.copies == 0U || tally->second.earliest == 0) return {};
  auto earliest = head_of(call, tally->second.earliest);
  if (!earliest) return failure(earliest.error());
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

Status count_copies(const Call& call, const std::vector<PageMatch>& page, Answer& answer) {
  std::vector<StoryOfHit> asked;
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    if (page[i].story) asked.push_back(asked_for(answer.hits[i], *page[i].story, page[i]));
  }
  const StoryTallies tallies = tally_stories(call.index, asked, *call.deadline);
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    HitStory& out = answer.hits[i].story;
    out.copies = page[i].copies;
    if (!page[i].story) continue;
    out.id = schema::story_text(*page[i].story);
    if (auto completed = complete(call, tallies, *page[i].story, out); !completed) return completed;
  }
  return {};
}

}  // namespace

Status add_stories(Collapse collapse, const Call& call, const std::vector<PageMatch>& page,
                   Answer& answer) {
  if (collapse == Collapse::kNone) {
    name_stories(call, page, answer);
    return {};
  }
  if (auto counted = count_copies(call, page, answer); !counted) return counted;
  if (const std::uint64_t without = articles_without_story(call.index); without > 0) {
    answer.notices.push_back(
        {"stories", fmt::format("{} articles were indexed before copies were told, and each is a "
                                "story of its own: index them again, or give --collapse none",
                                without)});
  }
  return {};
}

}  // namespace dateline::search
