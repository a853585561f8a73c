// In which languages are an index's articles written? Each is stemmed in its own, so a word is
// looked for by its stem in each of them.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dateline::search {

// Stemmers are as many as this: what comes after the most frequent is looked for by its forms.
inline constexpr std::size_t kMaxLanguages = 8;

// The most frequent first, at least one; English where an index says nothing. All languages without
// a stemmer stand as one of them, "none", for a word in these is its own stem. Throws
// Xapian::Error.
std::vector<std::string> languages_of(const Xapian::Database& db);

// The same of counts: how many articles are in each language, which add up over parts of an index.
using LanguageCounts = std::map<std::string, std::uint64_t>;
LanguageCounts count_languages(const Xapian::Database& db);
std::vector<std::string> languages_of(const LanguageCounts& counts);

}  // namespace dateline::search
