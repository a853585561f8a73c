#include "searcher/cluster/messages/story_tallies.h"

#include <google/protobuf/message_lite.h>

#include <utility>

#include "searcher/cluster/messages/counts.pb.h"
#include "searcher/cluster/messages/reading.h"
#include "searcher/search/request.h"

namespace dateline::cluster {
namespace {

// A number as Xapian writes it, in order of its bytes.
constexpr std::size_t kLongestInstant = 9;

Result<search::DatedCopy> read(const messages::DatedCopy& message) {
  const std::string& instant = message.instant();
  if (instant.empty() || instant.size() > kLongestInstant) {
    return malformed("an instant that is none");
  }
  if (message.document() == 0) return malformed("a copy that is no document");
  search::DatedCopy out;
  out.instant = instant;
  if (message.article() != 0) out.article = message.article();
  out.document = message.document();
  return out;
}

}  // namespace

std::string to_message(const search::StoryTallies& tallies) {
  messages::StoryTallies out;
  for (const auto& [story, tally] : tallies.stories) {
    messages::StoryTally& one = *out.add_stories();
    one.set_story(story);
    one.set_articles(as_count(tally.articles));
    if (!tally.earliest) continue;
    one.mutable_earliest()->set_instant(tally.earliest->instant);
    one.mutable_earliest()->set_article(tally.earliest->article.value_or(0));
    one.mutable_earliest()->set_document(tally.earliest->document);
  }
  out.set_without_story(as_count(tallies.without_story));
  out.set_partial(tallies.partial);
  return out.SerializeAsString();
}

Result<search::StoryTallies> story_tallies_from(std::string_view message) {
  messages::StoryTallies read_in;
  if (!parse(message, read_in)) return malformed("counts of stories cannot be read");
  if (read_in.stories_size() > static_cast<int>(search::kMaxLimit)) {
    return malformed("too many stories");
  }
  search::StoryTallies out;
  for (const messages::StoryTally& one : read_in.stories()) {
    search::StoryTally tally;
    tally.articles = one.articles();
    if (one.has_earliest()) {
      auto earliest = read(one.earliest());
      if (!earliest) return failure(earliest.error());
      tally.earliest = std::move(*earliest);
    }
    if (!out.stories.emplace(one.story(), std::move(tally)).second) {
      return malformed("a story that is counted twice");
    }
  }
  out.without_story = read_in.without_story();
  out.partial = read_in.partial();
  return out;
}

}  // namespace dateline::cluster
