// What an article and its copies share: who and what it is about, and its own words.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"
#include "corpus/generator/words/names.h"
#include "corpus/generator/words/ranks.h"
#include "corpus/generator/words/vocabulary.h"

namespace dateline::corpus {

// What all articles are written with. Immutable once made: threads may share it.
struct Lexicon {
  RankSampler ranks;
  Vocabulary vocabulary;
};

// Each outlet and each agency has a desk of reporters of its own: outlet n the n-th, the agencies
// those from kAgencyDesks on.
inline constexpr std::uint64_t kStaff = 60;
inline constexpr std::uint64_t kAgencyDesks = 1000;

struct Story {
  // Three people, two organisations, two places, in this order, no two the same. Their numbers are
  // drawn by the same law as words: some are in the news every day, most once.
  static constexpr std::size_t kPeople = 3;
  static constexpr std::size_t kOrganisations = 2;
  static constexpr std::size_t kPlaces = 2;
  static constexpr std::size_t kCast = kPeople + kOrganisations + kPlaces;
  static constexpr std::size_t kFirstPlace = kPeople + kOrganisations;
  // Words that the story comes back to. They are drawn like all others, so that words come in
  // bursts, as they do, and yet each is as frequent in the whole corpus as its rank says.
  static constexpr std::size_t kOwnWords = 24;

  std::array<Name, kCast> cast;
  std::array<std::uint64_t, kOwnWords> own_words{};  // ranks, none a function word
  std::uint32_t sentences = 0;
  std::string_view agency;     // empty: the outlet's own reporting
  std::uint64_t reporter = 0;  // the agency's; a number for names.h
};

// `number` is the original article's. `is_wire`: some other outlet has it too.
Story make_story(std::uint64_t seed, std::uint64_t number, const Lexicon& lexicon,
                 std::uint32_t mean_words, bool is_wire);

// Writes mentions, and keeps count of them: full names first, then the brief ones.
class Mentions {
 public:
  explicit Mentions(const Story& story) : story_(story) {}

  // Member `who` of the cast, by the form that comes next for it in running text.
  void write(std::string& out, std::size_t who);
  // In a headline or standfirst: the brief form, which introduces nobody.
  void write_brief(std::string& out, std::size_t who);
  // A place in capitals, as a dateline has it.
  void write_capitals(std::string& out, std::size_t who);

  // Those mentioned, as an article record lists them.
  std::vector<Entity> entities() const;

 private:
  struct Tally {
    std::uint32_t full = 0;
    std::uint32_t brief = 0;
    std::uint32_t capitals = 0;
  };

  const Story& story_;
  std::array<Tally, Story::kCast> tallies_{};
};

}  // namespace dateline::corpus
