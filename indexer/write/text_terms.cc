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
std::uint32_t TextTerms::number_of_word(const Waiting& token) {
  Language& known = *language_;
  const std::uint32_t number = known.forms.number_of(token.form, token.key);
  if (number == known.words.size()) {
    const std::string_view stem = token.stemmable ? known.stemmer.stem(token.form) : token.form;
    known.words.emplace_back().stem = number_of_stem(stem);
  }
  return number;
}

void TextTerms::count(std::uint32_t number, Part part) {
  Stem& stem = language_->stems[number];
  // One by one: a comparison of arrays is a call, for each word of the text.
  if ((stem.counts[kHeadline] | stem.counts[kStandfirst] | stem.counts[kBody]) == 0) {
    language_->occurring.push_back(number);
  }
  ++stem.counts[part];
}

// A form that is not in the text as it stands is gone with the next token.
void TextTerms::wait(std::string_view paragraph, const text::Token& token, std::uint32_t before) {
  Waiting& next = waiting_.emplace_back();
  next.form = token.form;
  const bool in_text = token.form.data() >= paragraph.data() &&
                       token.form.data() < paragraph.data() + paragraph.size();
  if (!in_text) {
    std::string& copy = forms_[waiting_.size() - 1];
    next.form = copy.assign(token.form);
  }
  next.position = before + token.position;
  next.stemmable = token.stemmable;
  if (!token.further && token.stemmable) {
    next.written = paragraph.substr(token.begin, token.end - token.begin);
  }
  next.key = language_->forms.key_of(next.form);
  language_->forms.prefetch(next.key);
}

void TextTerms::take_waiting(Part part, PostingTable& into) {
  const std::string_view prefix = schema::field(kFields[part]).word_prefix;
  Language& known = *language_;
  for (Waiting& token : waiting_) {
    token.word = number_of_word(token);
    __builtin_prefetch(&known.words[token.word]);
  }
  for (const Waiting& token : waiting_) {
    Word& word = known.words[token.word];
    if (word.terms[part] == kNoTerm) word.terms[part] = into.term(prefix, token.form);
    into.prefetch(word.terms[part]);
    __builtin_prefetch(&known.stems[word.stem], 1);
  }
  for (const Waiting& token : waiting_) {
    const Word& word = known.words[token.word];
    into.add_at(word.terms[part], token.position, 1);
    count(word.stem, part);
    // How a word was written is no part of its form: its accents are looked at each time.
    if (token.written.empty()) continue;
    const std::string_view stem = known.stemmer.accented_stem(token.form, token.written);
    if (!stem.empty()) count(number_of_stem(stem), part);
  }
  waiting_.clear();
}

void TextTerms::scan(std::string_view text, Part part, PostingTable& into) {
  std::uint32_t before = 0;
  for (const std::string_view paragraph : paragraphs(text)) {
    std::uint32_t last = 0;
    text::Token token{};
    for (tokenizer_.start(paragraph); tokenizer_.next(token);) {
      last = std::max(last, token.position);
      wait(paragraph, token, before);
      if (waiting_.size() == kMostWaiting) take_waiting(part, into);
    }
    before += last + kParagraphGap;
  }
  take_waiting(part, into);
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
