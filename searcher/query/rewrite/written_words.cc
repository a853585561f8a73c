#include "searcher/query/rewrite/written_words.h"

#include <algorithm>

#include "common/text/spellings/sign_plurals.h"

namespace dateline::query {
namespace {

using text::OwnedToken;
using text::Reading;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

WrittenWords::WrittenWords(std::string_view text, const schema::Field* field)
    : text_(text), field_(field), tokens_(text::tokenize(text)) {
  for (const OwnedToken& token : tokens_) last_ = std::max(last_, token.position + token.span - 1);
}

// The longest token of one reading at a position; of two alike the first.
const OwnedToken* WrittenWords::find(Reading reading, std::uint32_t position) const {
  // Positions ascend.
  auto at = std::lower_bound(
      tokens_.begin(), tokens_.end(), position,
      [](const OwnedToken& token, std::uint32_t wanted) { return token.position < wanted; });
  const OwnedToken* found = nullptr;
  for (; at != tokens_.end() && at->position == position; ++at) {
    if (at->reading != reading) continue;
    if (found == nullptr || at->span > found->span) found = &*at;
  }
  return found;
}

std::string_view WrittenWords::written(const OwnedToken& token) const {
  return text_.substr(token.begin, token.end - token.begin);
}

void WrittenWords::add_others(std::uint32_t position, std::uint32_t span, Plan& word) const {
  for (const OwnedToken& token : tokens_) {
    const bool other =
        token.position == position && token.span == span && token.reading == Reading::kSolid;
    const bool known =
        std::find(word.texts.begin(), word.texts.end(), token.form) != word.texts.end();
    if (other && !known) word.texts.push_back(token.form);
  }
}

Plan WrittenWords::form_of(const OwnedToken& token) const {
  Plan form = make_leaf(Plan::Kind::kForms, field_, {token.form});
  form.stemmable = token.stemmable;
  if (token.stemmable && !is_ascii(written(token))) form.written = written(token);
  return form;
}

std::optional<Plan> WrittenWords::word_at(std::uint32_t position) const {
  // Among other words a precise form counts only if it covers one position: the index has it at the
  // first, and the next word would seem too far off.
  const OwnedToken* precise = find(Reading::kPrecise, position);
  if (precise != nullptr && precise->span == 1) return form_of(*precise);
  const OwnedToken* plain = find(Reading::kPlain, position);
  if (plain == nullptr) return std::nullopt;
  Plan word = form_of(*plain);
  // "at&t" is written att too, "l'Oréal" loreal, "Müller" mueller, and MPs are of an MP.
  add_others(position, 1, word);
  const std::size_t singular = text::singular_length_in_small_letters(written(*plain));
  if (singular > 0) word.texts.push_back(plain->form.substr(0, singular));
  return word;
}

std::vector<Plan> WrittenWords::words_at(std::uint32_t first, std::uint32_t last) const {
  std::vector<Plan> out;
  for (std::uint32_t position = first; position <= last; ++position) {
    if (auto word = word_at(position)) out.push_back(std::move(*word));
  }
  return out;
}

std::optional<WrittenWords::Solid> WrittenWords::compound_at(std::uint32_t position) const {
  const OwnedToken* solid = find(Reading::kSolid, position);
  if (solid == nullptr || solid->span < 2) return std::nullopt;
  Solid out{form_of(*solid), solid->span};
  add_others(position, solid->span, out.form);
  return out;
}

std::optional<Plan> WrittenWords::whole(Reading reading) const {
  const OwnedToken* token = find(reading, 1);
  if (token == nullptr || token->span != last_) return std::nullopt;
  return form_of(*token);
}

std::optional<Plan> WrittenWords::precise_whole() const { return whole(Reading::kPrecise); }

std::optional<Plan> WrittenWords::hyphenated_whole() const { return whole(Reading::kHyphenated); }

}  // namespace dateline::query
