#include "indexer/write/text_terms.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/schema/fields.h"

namespace dateline::indexer {
namespace {

using schema::FieldId;

// Each keeps its words; a corpus in many languages must not fill the memory with them.
constexpr std::size_t kMaxLanguages = 4;

// By part: headline, standfirst, body.
constexpr std::array kFields{FieldId::kHeadline, FieldId::kStandfirst, FieldId::kBody};
constexpr std::array kWeights{kHeadlineWeight, kStandfirstWeight, kBodyWeight};

std::string stem_prefix(FieldId id) {
  return std::string(schema::kStemPrefix) + std::string(schema::field(id).word_prefix);
}

}  // namespace

void TextTerms::Language::clear() {
  forms.clear();
  words.clear();
  stem_forms.clear();
  stems.clear();
}

TextTerms::Language& TextTerms::language_for(std::string_view tag) {
  std::string primary = to_ascii_lower(tag.substr(0, tag.find_first_of("-_")));
  if (primary.empty()) primary = kDefaultLanguage;
  const auto found = languages_.find(primary);
  if (found != languages_.end()) return found->second;
  if (languages_.size() == kMaxLanguages) languages_.clear();
  return languages_.emplace(primary, Language(primary)).first->second;
}

std::uint32_t TextTerms::number_of_stem(std::string_view stem) {
  Language& known = *language_;
  const std::uint32_t number = known.stem_forms.number_of(stem);
  if (number == known.stems.size()) known.stems.emplace_back();
  return number;
}

// Whether a token is stemmed is told by its form, so a word is known by its form alone.
TextTerms::Word& TextTerms::word_of(const text::Token& token) {
  Language& known = *language_;
  const std::uint32_t number = known.forms.number_of(token.form);
  if (number == known.words.size()) {
    const std::string_view stem = token.stemmable ? known.stemmer.stem(token.form) : token.form;
    known.words.emplace_back().stem = number_of_stem(stem);
  }
  return known.words[number];
}

void TextTerms::count(std::uint32_t number, Part part) {
  Stem& stem = language_->stems[number];
  if (stem.counts == decltype(stem.counts){}) language_->occurring.push_back(number);
  ++stem.counts[part];
}

// How a word was written is no part of its form: its accents are looked at each time.
void TextTerms::count_accented(std::string_view text, const text::Token& token, Part part) {
  if (token.further || !token.stemmable) return;
  const std::string_view written = text.substr(token.begin, token.end - token.begin);
  const std::string_view stem = language_->stemmer.accented_stem(token.form, written);
  if (!stem.empty()) count(number_of_stem(stem), part);
}

void TextTerms::scan(std::string_view text, Part part, PostingTable& into) {
  const std::string_view prefix = schema::field(kFields[part]).word_prefix;
  std::uint32_t before = 0;
  for (const std::string_view paragraph : paragraphs(text)) {
    std::uint32_t last = 0;
    text::Token token{};
    for (tokenizer_.start(paragraph); tokenizer_.next(token);) {
      last = std::max(last, token.position);
      Word& word = word_of(token);
      if (word.terms[part] == kNoTerm) word.terms[part] = into.term(prefix, token.form);
      into.add_at(word.terms[part], before + token.position, 1);
      count(word.stem, part);
      count_accented(paragraph, token, part);
    }
    before += last + kParagraphGap;
  }
}

void TextTerms::add_stems(PostingTable& into) {
  static const std::string kInHeadline = stem_prefix(FieldId::kHeadline);
  static const std::string kInStandfirst = stem_prefix(FieldId::kStandfirst);
  for (const std::uint32_t number : language_->occurring) {
    Stem& stem = language_->stems[number];
    const auto add = [&](Term& term, std::string_view prefix, std::uint32_t wdf) {
      if (term == kNoTerm) term = into.term(prefix, language_->stem_forms[number]);
      into.add(term, wdf);
    };
    std::uint32_t weight = 0;
    for (std::size_t part = 0; part < kParts; ++part) weight += stem.counts[part] * kWeights[part];
    add(stem.anywhere, schema::kStemPrefix, weight);
    if (stem.counts[kHeadline] > 0) add(stem.headline, kInHeadline, stem.counts[kHeadline]);
    if (stem.counts[kStandfirst] > 0) {
      add(stem.standfirst, kInStandfirst, stem.counts[kStandfirst]);
    }
    if (stem.counts[kBody] == 0) add(stem.outside_body, schema::kOutsideBodyPrefix, 0);
    stem.counts = {};
  }
  language_->occurring.clear();
}

void TextTerms::add(const Article& article, PostingTable& into) {
  if (into.vocabulary() != vocabulary_) {
    for (auto& [tag, language] : languages_) language.clear();
    vocabulary_ = into.vocabulary();
  }
  language_ = &language_for(article.language);
  scan(article.headline, kHeadline, into);
  scan(article.standfirst, kStandfirst, into);
  scan(article.body, kBody, into);
  add_stems(into);
}

}  // namespace dateline::indexer
