#include "searcher/search/snippet/word_marker.h"

#include <algorithm>

namespace dateline::search {
namespace {

constexpr std::string_view kDefaultLanguage = "en";

bool is_english(std::string_view language) {
  return language.empty() || language == "en" || language.substr(0, 3) == "en-";
}

// A compound's solid form covers its parts, which may be marked too: one span then.
void add_span(std::vector<MarkedSpan>& spans, MarkedSpan span) {
  while (!spans.empty() && spans.back().end > span.begin) {
    span.begin = std::min(span.begin, spans.back().begin);
    span.end = std::max(span.end, spans.back().end);
    spans.pop_back();
  }
  spans.push_back(span);
}

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

WordMarker::WordMarker(const std::vector<query::MarkedWord>& marks, std::string_view language,
                       Stemmers& stemmers)
    : stemmers_(&stemmers) {
  std::uint32_t words = 0;
  for (const query::MarkedWord& mark : marks) {
    if (!mark.form.empty()) first_bytes_.set(static_cast<unsigned char>(mark.form[0]));
    if (mark.is_stem && stems_.emplace(mark.form, words).second) ++words;
  }
  SharedStemmer& stemmer = stemmers.of(language);
  for (const query::MarkedWord& mark : marks) {
    if (mark.is_stem) continue;
    stemmer.stem(mark.form, key_);
    const auto stem = stems_.find(key_);
    const std::uint32_t word = stem != stems_.end() ? stem->second : words;
    if (forms_.emplace(mark.form, word).second && word == words) ++words;
  }
}

std::uint32_t WordMarker::word_of(const text::Token& token, SharedStemmer& stemmer,
                                  bool first_byte_tells) {
  if (first_byte_tells && !first_bytes_.test(static_cast<unsigned char>(token.form[0]))) {
    return kNone;
  }
  key_ = token.form;
  if (const auto form = forms_.find(key_); form != forms_.end()) return form->second;
  if (!token.stemmable || stems_.empty()) return kNone;
  stemmer.stem(token.form, key_);
  if (const auto stem = stems_.find(key_); stem != stems_.end()) return stem->second;
  stemmer.accented_stem(token.form, text_.substr(token.begin, token.end - token.begin), key_);
  const auto stem = stems_.find(key_);
  return stem == stems_.end() ? kNone : stem->second;
}

std::vector<MarkedSpan> WordMarker::find(std::string_view text, std::string_view language) {
  std::vector<MarkedSpan> spans;
  if (forms_.empty() && stems_.empty()) return spans;
  SharedStemmer& stemmer = stemmers_->of(language);
  // English stems keep a word's first letter; stemmers that take prefixes away do not.
  const bool first_byte_tells = is_english(language);
  text_ = text;
  tokenizer_.start(text);
  text::Token token{};
  while (tokenizer_.next(token)) {
    if (token.form.empty()) continue;
    const std::uint32_t word = word_of(token, stemmer, first_byte_tells);
    if (word != kNone) add_span(spans, {token.begin, token.end, word});
  }
  return spans;
}

}  // namespace dateline::search
