#include "searcher/search/matching/index_languages.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/schema/fields.h"
#include "common/text/stemmer.h"

namespace dateline::search {
namespace {

// What articles without a language are analysed as.
constexpr const char* kDefaultLanguage = "en";
constexpr const char* kUnstemmed = "none";

}  // namespace

// Primary languages alone: every article with "en-gb" has the term for "en" too.
LanguageCounts count_languages(const Xapian::Database& db) {
  const std::string prefix(schema::field(schema::FieldId::kLanguage).value_prefix);
  LanguageCounts counts;
  Xapian::doccount known = 0;
  for (auto term = db.allterms_begin(prefix); term != db.allterms_end(prefix); ++term) {
    const std::string language = (*term).substr(prefix.size());
    if (language.find('-') != std::string::npos) continue;
    counts[text::Stemmer::knows(language) ? language : kUnstemmed] += term.get_termfreq();
    known += term.get_termfreq();
  }
  if (known < db.get_doccount()) counts[kDefaultLanguage] += db.get_doccount() - known;
  return counts;
}

std::vector<std::string> languages_of(const Xapian::Database& db) {
  return languages_of(count_languages(db));
}

std::vector<std::string> languages_of(const LanguageCounts& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> ranked(counts.begin(), counts.end());
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (ranked.size() > kMaxLanguages) ranked.resize(kMaxLanguages);
  std::vector<std::string> languages;
  languages.reserve(ranked.size() + 1);
  for (auto& [language, count] : ranked) languages.push_back(std::move(language));
  if (languages.empty()) languages.emplace_back(kDefaultLanguage);
  return languages;
}

}  // namespace dateline::search
