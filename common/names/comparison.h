// Do two names mean one person, organisation or place?
//
//   person         Qassem Soleimani, Ghasem Suleymani         John F. Kennedy, John Kennedy
//                  Bill Clinton, William Jefferson Clinton    Xi Jinping, Jinping Xi
//                  but not John Paul I, John Paul II          nor Thein Sein, Tony Snow
//   organisation   Apple Inc., Apple                          FDA, Food and Drug Administration
//   place          U.S., United States                        Kyiv, Kiev; but not Iran, Iraq
//
// The words of a name are compared as spellings (spelling.h), which lets one in a thousand pairs
// of different words pass. Whole names are held to more: every word of the shorter must be met, the
// first and the last at their ends, and all of them together must tell enough. A surname alone is
// not the same as a full name: only its article can say that
// (indexer/entities/joining/entity_joiner.h).
#pragma once

#include <optional>
#include <string_view>

#include "common/document/article.h"
#include "common/names/spelling.h"

namespace dateline::names {

using NameKind = EntityType;

// "person", "organisation" or "organization", "place", as people write them in files.
std::optional<NameKind> name_kind_from(std::string_view word);

// A score from here on is worth a reader's look: two frequent names in other spellings (Muhammad
// Amin, Mohamed Amin) may be one person's or not.
inline constexpr double kMayBeSame = 0.45;

struct Verdict {
  bool same = false;
  double score = 0;  // 0 to 1; from 0.5 on they are the same
};

// Longer names are the same only if they are equal.
inline constexpr std::size_t kMaxNameBytes = 256;

// Names as they are written. Without a kind, they are the same if they are so for any kind.
// Symmetric. Time is bounded: names have at most 8 words that are looked at, words 32 letters.
Verdict compare_names(std::string_view a, std::string_view b, std::optional<NameKind> kind = {});

// Single words of names, such as surnames; folded.
Verdict compare_words(const Spelling& a, const Spelling& b);

}  // namespace dateline::names
