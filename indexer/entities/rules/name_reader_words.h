// Groups of categories and words that the name reader's sources share.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/entities/words/lexicon.h"

namespace dateline::indexer {

inline constexpr std::uint32_t kTitle = kHonorific | kRole;
inline constexpr std::uint32_t kNoName = kNationality | kCalendar | kThing;
inline constexpr std::uint32_t kEntity = kPlace | kOrganisation;
inline constexpr std::uint32_t kPersonal = kGivenName | kSurname;

constexpr std::uint64_t key_of(std::string_view small) {
  std::uint64_t key = kEmptyKey;
  for (const char c : small) key = extend_key(key, static_cast<char32_t>(c));
  return key;
}

inline constexpr std::uint64_t kOf = key_of("of");
inline constexpr std::uint64_t kFor = key_of("for");
inline constexpr std::uint64_t kThe = key_of("the");
inline constexpr std::uint64_t kAnd = key_of("and");
inline constexpr std::uint64_t kAmpersand = key_of("&");

}  // namespace dateline::indexer
