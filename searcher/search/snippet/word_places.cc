// Most words of a text are none that is looked for, and their first byte tells that already. Tested
// by tests/searcher/search/snippet/word_places_test.cc.
#include "searcher/search/snippet/word_places.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "common/base/strings.h"
#include "common/document/article.h"
#include "common/text/paragraph_gap.h"

namespace dateline::search {
namespace {

// Whose stems begin as the words do: these languages' stemmers take endings away.
constexpr std::array<std::string_view, 15> kEndingsAlone{
    "en", "da", "de", "es", "fi", "fr", "hu", "it", "nb", "nl", "no", "pt", "ro", "ru", "sv"};

bool stems_keep_beginnings(std::string_view language) {
  if (language.empty()) return true;  // read as English
  const std::string primary = to_ascii_lower(language.substr(0, language.find_first_of("-_")));
  return std::find(kEndingsAlone.begin(), kEndingsAlone.end(), primary) != kEndingsAlone.end() ||
         !text::Stemmer::knows(language);
}

}  // namespace

WordPlaces::Slot WordPlaces::add(const std::vector<std::string>& texts, bool capital, Uses& uses) {
  const auto slot = static_cast<Slot>(places_.size());
  places_.emplace_back();
  shortest_.push_back(0);
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    first_bytes_.set(static_cast<unsigned char>(text[0]));
    std::size_t& shortest = shortest_.back();
    shortest = shortest == 0 ? text.size() : std::min(shortest, text.size());
    uses[text].push_back({slot, capital});
  }
  return slot;
}

WordPlaces::Slot WordPlaces::add_forms(const std::vector<std::string>& forms, bool capital) {
  return add(forms, capital, forms_);
}

WordPlaces::Slot WordPlaces::add_stems(const std::vector<std::string>& stems) {
  return add(stems, false, stems_);
}

// Their first bytes stay: they cost a look-up here and there.
void WordPlaces::keep(std::size_t slots) {
  if (slots >= places_.size()) return;
  places_.resize(slots);
  shortest_.resize(slots);
  for (Uses* uses : {&forms_, &stems_}) {
    for (auto entry = uses->begin(); entry != uses->end();) {
      std::erase_if(entry->second, [&](const Use& use) { return use.slot >= slots; });
      entry = entry->second.empty() ? uses->erase(entry) : std::next(entry);
    }
  }
}

void WordPlaces::take(const Uses& uses, std::string_view text, const WordPlace& place) {
  const auto found = uses.find(text);
  if (found == uses.end()) return;
  const bool small = is_ascii_lower(text_[place.begin]);
  for (const Use& use : found->second) {
    if (use.capital && small) continue;
    std::vector<WordPlace>& places = places_[use.slot];
    if (places.empty() || places.back().position != place.position) {
      places.push_back(place);
      continue;
    }
    // One word in two forms, such as a compound and its first part.
    places.back().begin = std::min(places.back().begin, place.begin);
    places.back().end = std::max(places.back().end, place.end);
  }
}

void WordPlaces::take(const text::Token& token, std::uint32_t before) {
  if (first_byte_tells_ && !first_bytes_.test(static_cast<unsigned char>(token.form[0]))) return;
  const WordPlace place{before + token.position, token.begin, token.end};
  if (!forms_.empty()) take(forms_, token.form, place);
  if (stems_.empty()) return;
  if (!token.stemmable) return take(stems_, token.form, place);
  stemmer_->stem(token.form, key_);
  take(stems_, key_, place);
  if (token.further) return;
  const std::string_view written = text_.substr(token.begin, token.end - token.begin);
  stemmer_->accented_stem(token.form, written, key_);
  if (!key_.empty()) take(stems_, key_, place);
}

std::uint32_t WordPlaces::read_paragraph(std::string_view paragraph, std::uint32_t before) {
  const auto offset = static_cast<std::uint32_t>(paragraph.data() - text_.data());
  std::uint32_t last = 0;
  text::Token token{};
  for (tokenizer_->start(paragraph); tokenizer_->next(token);) {
    last = std::max(last, token.position);
    if (token.form.empty()) continue;
    token.begin += offset;
    token.end += offset;
    take(token, before);
  }
  return last;
}

void WordPlaces::read(std::string_view text, std::string_view language) {
  read(text, paragraphs(text), language);
}

void WordPlaces::read(std::string_view text, const std::vector<std::string_view>& paragraphs,
                      std::string_view language) {
  for (auto& places : places_) places.clear();
  text_ = text;
  stemmer_ = &stemmers_->of(language);
  first_byte_tells_ = stems_.empty() || stems_keep_beginnings(language);
  std::uint32_t before = 0;
  for (const std::string_view paragraph : paragraphs) {
    before += read_paragraph(paragraph, before) + text::kParagraphGap;
  }
}

std::optional<WordBeginnings> WordPlaces::beginnings(const std::vector<std::uint32_t>& numbers,
                                                     std::string_view language) const {
  if (!stems_.empty() && !stems_keep_beginnings(language)) return std::nullopt;
  WordBeginnings out;
  const auto add = [&](const Uses& all, auto adder) {
    for (const auto& [text, uses] : all) {
      for (const Use& use : uses) {
        if (numbers[use.slot] != kNoNumber) (out.*adder)(text, numbers[use.slot]);
      }
    }
  };
  add(forms_, &WordBeginnings::add_form);
  add(stems_, &WordBeginnings::add_stem);
  return out;
}

}  // namespace dateline::search
