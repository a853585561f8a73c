#include "indexer/write/text_terms.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/schema/fields.h"

namespace dateline::indexer {
namespace {

using schema::FieldId;

// Each keeps a cache; a corpus in many languages must not fill the memory with them.
constexpr std::size_t kMaxStemmers = 4;

std::string_view word_prefix(FieldId id) { return schema::field(id).word_prefix; }

}  // namespace

text::Stemmer& TextTerms::stemmer_for(std::string_view language) {
  std::string primary = to_ascii_lower(language.substr(0, language.find_first_of("-_")));
  if (primary.empty()) primary = kDefaultLanguage;
  const auto found = stemmers_.find(primary);
  if (found != stemmers_.end()) return found->second;
  if (stemmers_.size() == kMaxStemmers) stemmers_.clear();
  return stemmers_.emplace(primary, text::Stemmer(primary)).first->second;
}

TextTerms::Counts& TextTerms::counts_of(std::string_view stem) {
  const auto found = stems_.find(stem);
  return found != stems_.end() ? found->second : stems_[std::string(stem)];
}

void TextTerms::scan(std::string_view text, std::string_view word_prefix,
                     std::uint32_t Counts::*count, PostingTable& into) {
  std::uint32_t before = 0;
  for (const std::string_view paragraph : paragraphs(text)) {
    std::uint32_t last = 0;
    text::Token token{};
    for (tokenizer_.start(paragraph); tokenizer_.next(token);) {
      last = std::max(last, token.position);
      into.add_at(word_prefix, token.form, before + token.position, 1);
      ++(counts_of(token.stemmable ? stemmer_->stem(token.form) : token.form).*count);
    }
    before += last + kParagraphGap;
  }
}

void TextTerms::add_stems(PostingTable& into) const {
  const std::string any(schema::kStemPrefix);
  const std::string headline = any + std::string(word_prefix(FieldId::kHeadline));
  const std::string standfirst = any + std::string(word_prefix(FieldId::kStandfirst));
  for (const auto& [stem, counts] : stems_) {
    into.add(any, stem,
             counts.body * kBodyWeight + counts.standfirst * kStandfirstWeight +
                 counts.headline * kHeadlineWeight);
    if (counts.headline > 0) into.add(headline, stem, counts.headline);
    if (counts.standfirst > 0) into.add(standfirst, stem, counts.standfirst);
    if (counts.body == 0) into.add(schema::kOutsideBodyPrefix, stem, 0);
  }
}

void TextTerms::add(const Article& article, PostingTable& into) {
  stemmer_ = &stemmer_for(article.language);
  stems_.clear();
  scan(article.headline, word_prefix(FieldId::kHeadline), &Counts::headline, into);
  scan(article.standfirst, word_prefix(FieldId::kStandfirst), &Counts::standfirst, into);
  scan(article.body, word_prefix(FieldId::kBody), &Counts::body, into);
  add_stems(into);
}

}  // namespace dateline::indexer
