#include "corpus/generator/stories/story.h"

#include <algorithm>

#include "common/base/strings.h"
#include "corpus/generator/stories/outlets.h"

namespace dateline::corpus {
namespace {

// Lengths of bodies as shares of their mean, in hundredths: 16 quantiles of a log-normal law with
// sigma 0.6, scaled to the mean. News has many short pieces and a few long ones.
constexpr auto kLengths = std::to_array<std::uint32_t>(
    {28, 38, 46, 53, 60, 67, 74, 81, 89, 98, 108, 120, 135, 156, 187, 260});
// Mean words of a sentence as prose.cc writes it and edits leave it; measured.
constexpr std::uint32_t kSentenceWords = 16;

template <std::size_t N>
std::array<std::uint64_t, N> draw_distinct(Random& random, const RankSampler& ranks) {
  std::array<std::uint64_t, N> numbers{};
  for (std::size_t i = 0; i < N; ++i) {
    const auto drawn = numbers.begin() + static_cast<std::ptrdiff_t>(i);
    std::uint64_t number = ranks.draw(random) - 1;
    while (std::find(numbers.begin(), drawn, number) != drawn) ++number;
    *drawn = number;
  }
  return numbers;
}

void draw_cast(Story& story, std::uint64_t seed, Random& random, const RankSampler& ranks) {
  std::size_t at = 0;
  for (const auto n : draw_distinct<Story::kPeople>(random, ranks)) {
    story.cast[at++] = person(seed, n);
  }
  for (const auto n : draw_distinct<Story::kOrganisations>(random, ranks)) {
    story.cast[at++] = organisation(n);
  }
  for (const auto n : draw_distinct<Story::kPlaces>(random, ranks)) story.cast[at++] = place(n);
}

std::uint64_t draw_content_rank(Random& random, const RankSampler& ranks) {
  std::uint64_t rank = 0;
  while (rank <= Vocabulary::function_words()) rank = ranks.draw(random);
  return rank;
}

std::string capitals(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is_ascii_lower(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

}  // namespace

Story make_story(std::uint64_t seed, std::uint64_t number, const Lexicon& lexicon,
                 std::uint32_t mean_words, bool is_wire) {
  Random random(seed, Purpose::kStory, {number});
  Story story;
  const std::uint64_t words =
      std::uint64_t{mean_words} * kLengths[random.below(kLengths.size())] / 100;
  story.sentences = static_cast<std::uint32_t>(
      std::max<std::uint64_t>(2, (words + kSentenceWords / 2) / kSentenceWords));
  const std::uint32_t agency = random.below(agencies().size());
  if (is_wire || random.chance(1, 5)) story.agency = agencies()[agency];
  story.reporter = (kAgencyDesks + agency) * kStaff + random.below(kStaff);
  for (std::uint64_t& rank : story.own_words) rank = draw_content_rank(random, lexicon.ranks);
  draw_cast(story, seed, random, lexicon.ranks);
  return story;
}

void Mentions::write(std::string& out, std::size_t who) {
  const Name& name = story_.cast[who];
  Tally& tally = tallies_[who];
  if (tally.full > 0) return write_brief(out, who);
  out += name.full;
  ++tally.full;
  if (!name.is_acronym) return;
  out.append(" (").append(name.brief).append(")");
  ++tally.brief;
}

void Mentions::write_brief(std::string& out, std::size_t who) {
  const Name& name = story_.cast[who];
  out += name.brief;
  ++(name.brief == name.full ? tallies_[who].full : tallies_[who].brief);
}

void Mentions::write_capitals(std::string& out, std::size_t who) {
  out += capitals(story_.cast[who].full);
  ++tallies_[who].capitals;
}

std::vector<Entity> Mentions::entities() const {
  std::vector<Entity> found;
  for (std::size_t who = 0; who < Story::kCast; ++who) {
    const Name& name = story_.cast[who];
    const Tally& tally = tallies_[who];
    Entity entity{name.type, name.full, tally.full + tally.brief + tally.capitals, {}};
    if (entity.mentions == 0) continue;
    if (tally.full > 0) entity.forms.push_back(name.full);
    if (tally.brief > 0) entity.forms.push_back(name.brief);
    if (tally.capitals > 0) entity.forms.push_back(capitals(name.full));
    found.push_back(std::move(entity));
  }
  return found;
}

}  // namespace dateline::corpus
