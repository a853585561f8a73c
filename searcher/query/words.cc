#include "searcher/query/words.h"

#include <algorithm>
#include <utility>

#include "common/text/stop_words.h"
#include "common/text/tokenizer.h"

namespace dateline::query {
namespace {

using text::OwnedToken;
using text::Reading;

// In so many articles a compound would be hyphenated once. Without this rule "recent", "company"
// and "record" are looked for as phrases too, which made one conjunction in a hundred ten times
// slower.
constexpr Xapian::doccount kCommon = 50;

// Shorter parts are no words that a compound is made of.
constexpr std::size_t kShortestRest = 3;
constexpr std::size_t kShortestSolid = 5;

bool is_letter_start(std::string_view word, std::size_t at) {
  return (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
}

Plan form_of(const OwnedToken& token, const schema::Field* field) {
  Plan form = make_leaf(Plan::Kind::kForms, field, {token.form});
  form.stemmable = token.stemmable;
  return form;
}

// The longest token of one reading at a position.
const OwnedToken* find(const std::vector<OwnedToken>& tokens, Reading reading,
                       std::uint32_t position) {
  // Positions ascend.
  auto at = std::lower_bound(
      tokens.begin(), tokens.end(), position,
      [](const OwnedToken& token, std::uint32_t wanted) { return token.position < wanted; });
  const OwnedToken* found = nullptr;
  for (; at != tokens.end() && at->position == position; ++at) {
    if (at->reading != reading) continue;
    if (found == nullptr || at->span > found->span) found = &*at;
  }
  return found;
}

std::uint32_t last_position(const std::vector<OwnedToken>& tokens) {
  std::uint32_t last = 0;
  for (const OwnedToken& token : tokens) last = std::max(last, token.position + token.span - 1);
  return last;
}

// A precise form stands in the place of the plain words that it covers. Among other words only if
// it covers one: the index has it at the first position, and the next word would seem too far off.
const OwnedToken* at_position(const std::vector<OwnedToken>& tokens, std::uint32_t position,
                              bool alone) {
  const OwnedToken* precise = find(tokens, Reading::kPrecise, position);
  if (precise != nullptr && (precise->span == 1 || alone)) return precise;
  return find(tokens, Reading::kPlain, position);
}

Plan spellings(std::vector<Plan> parts, Plan solid) {
  std::vector<Plan> ways;
  ways.push_back(make_list(Plan::Kind::kPhrase, std::move(parts)));
  ways.push_back(std::move(solid));
  return make_list(Plan::Kind::kOr, std::move(ways));
}

// The tokens at [first, last] as operands, one for each position.
std::vector<Plan> plain_operands(const std::vector<OwnedToken>& tokens, std::uint32_t first,
                                 std::uint32_t last, const schema::Field* field) {
  std::vector<Plan> out;
  for (std::uint32_t position = first; position <= last; ++position) {
    const OwnedToken* token = at_position(tokens, position, false);
    if (token != nullptr) out.push_back(form_of(*token, field));
  }
  return out;
}

bool is_precise_alone(const std::vector<OwnedToken>& tokens, std::uint32_t last) {
  const OwnedToken* precise = find(tokens, Reading::kPrecise, 1);
  return precise != nullptr && precise->span == last;
}

}  // namespace

std::vector<std::string_view> word_prefixes(const schema::Field* field) {
  if (field != nullptr) return {field->word_prefix};
  std::vector<std::string_view> prefixes;
  for (const schema::Field& row : schema::kFields) {
    if (row.kind == schema::Kind::kText) prefixes.push_back(row.word_prefix);
  }
  return prefixes;
}

bool WordReader::is_known(std::string_view word, const schema::Field* field) const {
  const auto prefixes = word_prefixes(field);
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return vocabulary_.has(prefix, word); });
}

bool WordReader::is_common(std::string_view word, const schema::Field* field) const {
  const auto prefixes = word_prefixes(field);
  return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
    return vocabulary_.articles_with(prefix, word) >= kCommon;
  });
}

bool WordReader::are_one_word(std::string_view first, std::string_view second,
                              const schema::Field* field) const {
  std::string hyphenated(first);
  hyphenated.append("-").append(second);
  if (is_known(hyphenated, field)) return true;
  if (!text::is_compound_prefix(first) || second.size() < kShortestRest) return false;
  std::string solid(first);
  solid.append(second);
  return is_known(second, field) && !is_common(solid, field);
}

// "non binding" → ("non binding"|nonbinding), in the place of both.
std::vector<Plan> WordReader::join_pairs(std::vector<Plan> operands,
                                         const schema::Field* field) const {
  std::vector<Plan> out;
  for (Plan& operand : operands) {
    const bool pair = !out.empty() && out.back().stemmable && operand.stemmable &&
                      are_one_word(out.back().texts[0], operand.texts[0], field);
    if (!pair) {
      out.push_back(std::move(operand));
      continue;
    }
    Plan solid = make_leaf(Plan::Kind::kForms, field, {out.back().texts[0] + operand.texts[0]});
    solid.stemmable = true;
    std::vector<Plan> parts;
    parts.push_back(std::move(out.back()));
    parts.push_back(std::move(operand));
    out.back() = spellings(std::move(parts), std::move(solid));
  }
  return out;
}

// nonbinding → ("non binding"|nonbinding).
Plan WordReader::split_solid(Plan operand) const {
  if (!operand.stemmable || operand.texts[0].size() < kShortestSolid) return operand;
  const std::string word = operand.texts[0];
  for (std::size_t at = 1; at + 1 < word.size(); ++at) {
    if (!is_letter_start(word, at)) continue;
    const std::string first = word.substr(0, at);
    const std::string second = word.substr(at);
    if (!are_one_word(first, second, operand.field)) continue;
    std::vector<Plan> parts;
    parts.push_back(make_leaf(Plan::Kind::kForms, operand.field, {first}));
    parts.push_back(make_leaf(Plan::Kind::kForms, operand.field, {second}));
    return spellings(std::move(parts), std::move(operand));
  }
  return operand;
}

std::vector<Plan> WordReader::operands(std::string_view text, const schema::Field* field) const {
  const std::vector<OwnedToken> tokens = text::tokenize(text);
  const std::uint32_t last = last_position(tokens);
  if (is_precise_alone(tokens, last)) return {form_of(*at_position(tokens, 1, true), field)};
  std::vector<Plan> simple;
  std::vector<Plan> out;
  const auto flush = [&] {
    for (Plan& operand : join_pairs(std::exchange(simple, {}), field)) {
      out.push_back(split_solid(std::move(operand)));
    }
  };
  for (std::uint32_t position = 1; position <= last; ++position) {
    const OwnedToken* solid = find(tokens, Reading::kSolid, position);
    if (solid != nullptr && solid->span > 1) {
      flush();
      const std::uint32_t end = position + solid->span - 1;
      out.push_back(
          spellings(plain_operands(tokens, position, end, field), form_of(*solid, field)));
      position = end;
    } else if (const OwnedToken* token = at_position(tokens, position, false); token != nullptr) {
      simple.push_back(form_of(*token, field));
    }
  }
  flush();
  return out;
}

std::vector<Plan> WordReader::exact_operands(std::string_view text,
                                             const schema::Field* field) const {
  const std::vector<OwnedToken> tokens = text::tokenize(text);
  const std::uint32_t last = last_position(tokens);
  if (is_precise_alone(tokens, last)) return {form_of(*at_position(tokens, 1, true), field)};
  const OwnedToken* hyphenated = find(tokens, Reading::kHyphenated, 1);
  if (hyphenated != nullptr && hyphenated->span == last) return {form_of(*hyphenated, field)};
  return plain_operands(tokens, 1, last, field);
}

}  // namespace dateline::query
