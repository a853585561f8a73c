// What an article is recognised by as a copy of a story: the id that it would give a story, a sketch
// of 16 bytes that copies have nearly in common, and a sample of its numbers and names.
//
// The idea. Wire stories are run by many outlets, shortened, corrected, under other headlines. Most
// of their runs of three words ("shingles") stay the same; and of two sets of shingles, the least
// under a random order is the same one with just the probability of their overlap (MinHash: Broder,
// 1997). So the least of seven orders are kept, 13 bits of each: two articles with half of their
// shingles in common agree in three or four, strangers in none. An article that agrees with another
// in any is looked at more closely (comparison.h). No shingle reaches from one sentence into the
// next, so that moving a sentence changes nothing.
//
// That alone would join the results of two companies, or the weather of two days: written after one
// template, they share most of their shingles. What tells them apart are numbers and names. So a
// sample of each is drawn, by their hashes, so that copies draw the same ones: of few numbers all
// are drawn (level 0); of more, those whose hash ends in so many zero bits as the level says, which
// is a subset of those of every lower level. The sketch, which the index keeps, has at most seven of
// each, as bits of a field of 14: that many pairs of strangers agree in by chance, but it costs
// nothing to look at. Who passes is compared by the hashes of up to 32 of each, which are made of
// the text anew and kept in memory alone.
//
//   "Shares in Tokyo closed 1.5% higher on Monday, the Nikkei gaining 569.7 points to 38,460.08."
//   minima   of  shares-in-tokyo  in-tokyo-closed  tokyo-closed-1.5  …
//   numbers  level 0, bits of  1.5  569.7  38,460.08
//   names    level 0, bits of  tokyo  monday  nikkei
//   length   5: less than 2^5 words
//
// Tested in tests/indexer/stories/sketch_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"
#include "common/schema/story.h"

namespace dateline::indexer {

// A sample of a set, as the sketch has it.
struct FactSample {
  std::uint32_t bits = 0;   // 14 of them
  std::uint32_t level = 0;  // 0 to 7

  friend bool operator==(const FactSample&, const FactSample&) = default;
};

struct StorySketch {
  static constexpr std::size_t kMinima = 7;
  static constexpr unsigned kMinimumBits = 13;
  static constexpr unsigned kFactBits = 14;
  static constexpr std::size_t kBytes = 16;

  std::array<std::uint16_t, kMinima> minima{};
  FactSample numbers;
  FactSample names;
  std::uint8_t length = 5;  // bits that the number of words has, 5 to 12

  friend bool operator==(const StorySketch&, const StorySketch&) = default;
};

// The same at more length: what was drawn, ascending, none twice.
struct FactList {
  static constexpr std::size_t kMost = 32;

  std::vector<std::uint32_t> hashes;
  std::uint32_t level = 0;

  friend bool operator==(const FactList&, const FactList&) = default;
};

struct StoryFacts {
  FactList numbers;
  FactList names;
  bool has_case = true;  // names could be told by their capitals
};

struct StoryMark {
  // The hash of all words, whatever their case and what stands between them: of the body, where
  // that has kLongWords; else of headline, standfirst and body. A text of less than kTinyWords is too
  // short to tell copies from coincidence: its signs count too, so that it is a copy of what is equal
  // but for case alone. One of less than kFlashWords counts together with its day, for "Shares open
  // lower" is written every other day.
  schema::StoryId key = 0;
  StorySketch sketch;
  StoryFacts facts;
};

inline constexpr std::uint32_t kLongWords = 64;
inline constexpr std::uint32_t kTinyWords = 32;
inline constexpr std::uint32_t kFlashWords = 12;

// Without a word there is nothing to compare: such an article has a key made of its id.
StoryMark mark_of(const Article& article);

// As Slot::kStorySketch holds it: kBytes bytes; and back, nullopt for what is none.
std::string encode_sketch(const StorySketch& sketch);
std::optional<StorySketch> decode_sketch(std::string_view bytes);

}  // namespace dateline::indexer
