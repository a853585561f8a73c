#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {
namespace {

constexpr std::string_view kDefaultLanguage = "en";

}  // namespace

void SharedStemmer::stem(std::string_view form, std::string& out) {
  const std::lock_guard lock(using_);
  out = stemmer_.stem(form);
}

void SharedStemmer::accented_stem(std::string_view form, std::string_view source,
                                  std::string& out) {
  const std::lock_guard lock(using_);
  out = stemmer_.accented_stem(form, source);
}

SharedStemmer& Stemmers::of(std::string_view language) {
  if (language.empty()) language = kDefaultLanguage;
  if (!text::Stemmer::knows(language)) language = "none";
  const std::lock_guard lock(adding_);
  auto found = by_language_.find(language);
  if (found == by_language_.end()) {
    found = by_language_.try_emplace(std::string(language), language).first;
  }
  return found->second;
}

}  // namespace dateline::search
