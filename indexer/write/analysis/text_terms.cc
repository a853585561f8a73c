// Example: "Troops left." in the headline gives the words troops and left at positions 1 and 2 of
// the headline, and their stems troop (weight 5) and left among the stems of unfielded words.
// Tested by tests/indexer/write/analysis/article_analyser_test.cc.
#include "indexer/write/analysis/text_terms.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "common/text/paragraph_gap.h"

namespace dateline::indexer {
namespace {

using schema::FieldId;

// Each keeps its words; a corpus in many languages must not fill the memory with them.
constexpr std::size_t kMaxLanguages = 4;

// How far ahead the memory of a stem's term is asked for.
constexpr std::size_t kAhead = 8;

// By part: headline, standfirst, body.
constexpr std::array kFields{FieldId::kHeadline, FieldId::kStandfirst, FieldId::kBody};
constexpr std::array kWeights{kHeadlineWeight, kStandfirstWeight, kBodyWeight};

std::string stem_prefix(FieldId id) {
  return std::string(schema::kStemPrefix) + std::string(schema::field(id).word_prefix);
}

}  // namespace

void TextTerms::Language::clear() {
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
void TextTerms::find_word(Waiting& token, Part part, PostingTable& into) {
  Language& known = *language_;
  const std::string_view prefix = schema::field(kFields[part]).word_prefix;
  Word& word = known.words.look_up(token.form, token.key);
  if (word.stem == kNoStem) {
    const std::string_view stem = token.stemmable ? known.stemmer.stem(token.form) : token.form;
    word.stem = number_of_stem(stem);
  }
  token.stem = word.stem;
  if (part != kBody) {
    token.term = into.term(prefix, token.form);
    return;
  }
  if (word.in_body == kNoTerm) word.in_body = into.term(prefix, token.form);
  token.term = word.in_body;
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
  next.key = language_->words.key_of(next.form);
  language_->words.prefetch(next.key);
}

void TextTerms::take_waiting(Part part, PostingTable& into) {
  Language& known = *language_;
  for (Waiting& token : waiting_) {
    find_word(token, part, into);
    into.prefetch(token.term);
    __builtin_prefetch(&known.stems[token.stem], 1);
  }
  for (const Waiting& token : waiting_) {
    into.add_at(token.term, token.position, 1);
    count(token.stem, part);
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
    before += last + text::kParagraphGap;
  }
  take_waiting(part, into);
}

void TextTerms::add_stems(PostingTable& into) {
  static const std::string kInHeadline = stem_prefix(FieldId::kHeadline);
  static const std::string kInStandfirst = stem_prefix(FieldId::kStandfirst);
  const std::vector<std::uint32_t>& occurring = language_->occurring;
  for (std::size_t i = 0; i < occurring.size(); ++i) {
    if (i + kAhead < occurring.size()) {
      const Term soon = language_->stems[occurring[i + kAhead]].anywhere;
      if (soon != kNoTerm) into.prefetch(soon);
    }
    const std::uint32_t number = occurring[i];
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
