// Example, where the index has "nonbinding" and the hyphenated form:
//
//   non-binding vote   →   position 1: ("non binding"|nonbinding)   position 2: vote
//
// Written words are analysed as the index was (written_words.h); then neighbours that the index
// knows as one word are joined, and one word that it knows as several is split. Tested by
// tests/searcher/query/rewrite/rewriter_test.cc and semantics_test.cc.
#include "searcher/query/rewrite/words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/base/strings.h"
#include "common/text/stop_words.h"
#include "searcher/query/rewrite/written_words.h"
#include "searcher/query/vocabulary/hyphenated_set.h"

namespace dateline::query {
namespace {

// In so many articles a compound would be hyphenated once. Without this rule "recent", "company"
// and "record" are looked for as phrases too, which made one conjunction in a hundred ten times
// slower.
constexpr Xapian::doccount kCommon = 50;

// Shorter parts are no words that a compound is made of.
constexpr std::size_t kShortestRest = 3;
constexpr std::size_t kShortestSolid = 5;

// Of compounds of three parts or more: as many as these are met without hyphens.
constexpr std::size_t kMostParts = 4;
constexpr std::size_t kShortestOfMany = 8;

bool is_letter_start(std::string_view word, std::size_t at) {
  return (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
}

Plan spellings(std::vector<Plan> parts, Plan solid) {
  std::vector<Plan> ways;
  ways.push_back(make_list(Plan::Kind::kPhrase, std::move(parts)));
  ways.back().compound = true;
  ways.push_back(std::move(solid));
  return make_list(Plan::Kind::kOr, std::move(ways));
}

// Letters and digits alone, of any script.
bool is_plain(const Plan& operand) {
  return operand.kind == Plan::Kind::kForms && operand.texts.size() == 1 &&
         std::all_of(operand.texts[0].begin(), operand.texts[0].end(), [](char c) {
           return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
         });
}

// The prefix of the words of a text field; of the body, where no field is named.
std::string_view body_prefix(const schema::Field* field) {
  return field == nullptr ? schema::field(schema::FieldId::kBody).word_prefix : field->word_prefix;
}

// Where letters end and digits begin, or the other way round: covid|19, 24|hour.
std::size_t digits_edge(std::string_view word) {
  for (std::size_t at = 1; at < word.size(); ++at) {
    if (is_ascii_digit(word[at]) != is_ascii_digit(word[at - 1])) return at;
  }
  return word.size();
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
  // Half of the world writes it apart, and hardly anybody with a hyphen.
  if (first == "per" && second == "cent") return true;
  std::string hyphenated(first);
  hyphenated.append("-").append(second);
  if (is_known(hyphenated, field)) return true;
  if (!text::is_compound_prefix(first) || second.size() < kShortestRest) return false;
  std::string solid(first);
  solid.append(second);
  return is_known(second, field) && !is_common(solid, field);
}

// covid 19: letters and digits that the index has with a hyphen between them.
bool WordReader::are_joined(const Plan& first, const Plan& second) const {
  if (!is_plain(first) || !is_plain(second)) return false;
  if (first.stemmable && second.stemmable) {
    return are_one_word(first.texts[0], second.texts[0], first.field);
  }
  return first.stemmable != second.stemmable &&
         is_known(first.texts[0] + "-" + second.texts[0], first.field);
}

// The solid form of [first, last), where the index has these words with hyphens between them. Only
// bodies are asked: prose that has a compound in headlines alone is rare, and phrases are long.
std::optional<Plan> WordReader::solid_of(Operands first, Operands last) const {
  std::string solid;
  std::string hyphenated;
  bool stemmable = true;
  for (auto word = first; word != last; ++word) {
    if (!is_plain(*word)) return std::nullopt;
    solid += word->texts[0];
    hyphenated += (word == first ? "" : "-") + word->texts[0];
    stemmable = stemmable && word->stemmable;
  }
  if (!vocabulary_.has(body_prefix(first->field), hyphenated)) return std::nullopt;
  Plan plan = make_leaf(Plan::Kind::kForms, first->field, {solid});
  plan.stemmable = stemmable;
  return plan;
}

// "state of the art" → ("state of the art"|stateoftheart), in the place of all four.
std::vector<Plan> WordReader::join_many(std::vector<Plan> operands) const {
  std::vector<Plan> out;
  for (auto at = operands.begin(); at != operands.end();) {
    const auto left = static_cast<std::size_t>(operands.end() - at);
    std::optional<Plan> solid;
    auto end = at + static_cast<std::ptrdiff_t>(std::min(left, kMostParts));
    for (; end - at > 2; --end) {
      solid = solid_of(at, end);
      if (solid) break;
    }
    if (!solid) {
      out.push_back(std::move(*at++));
      continue;
    }
    out.push_back(
        spellings({std::make_move_iterator(at), std::make_move_iterator(end)}, std::move(*solid)));
    at = end;
  }
  return out;
}

// "non binding" → ("non binding"|nonbinding), in the place of both.
std::vector<Plan> WordReader::join_pairs(std::vector<Plan> operands) const {
  std::vector<Plan> out;
  for (Plan& operand : operands) {
    if (out.empty() || !are_joined(out.back(), operand)) {
      out.push_back(std::move(operand));
      continue;
    }
    Plan solid =
        make_leaf(Plan::Kind::kForms, operand.field, {out.back().texts[0] + operand.texts[0]});
    solid.stemmable = out.back().stemmable && operand.stemmable;
    std::vector<Plan> parts;
    parts.push_back(std::move(out.back()));
    parts.push_back(std::move(operand));
    out.back() = spellings(std::move(parts), std::move(solid));
  }
  return out;
}

// nonbinding → ("non binding"|nonbinding).
Plan WordReader::split_solid(Plan operand) const {
  if (!is_plain(operand)) return operand;
  const std::string word = operand.texts[0];
  if (!operand.stemmable) return split_at(std::move(operand), digits_edge(word));
  if (word.size() < kShortestSolid) return operand;
  for (std::size_t at = 1; at + 1 < word.size(); ++at) {
    if (!is_letter_start(word, at)) continue;
    operand = split_at(std::move(operand), at);
    if (operand.kind != Plan::Kind::kForms) return operand;
  }
  return split_in_many(std::move(operand));
}

// stateoftheart → ("state of the art"|stateoftheart).
Plan WordReader::split_in_many(Plan word) const {
  const std::string& text = word.texts[0];
  if (text.size() < kShortestOfMany || is_common(text, word.field)) return word;
  HyphenatedSet compounds(text);
  const Expansion found = vocabulary_.expand({body_prefix(word.field)}, compounds, 1);
  if (found.words.empty()) return word;
  std::vector<Plan> parts;
  for (const std::string_view part : split(found.words.front(), '-')) {
    parts.push_back(make_leaf(Plan::Kind::kForms, word.field, {std::string(part)}));
  }
  return spellings(std::move(parts), std::move(word));
}

// The word as it is where its two parts are not known as one.
Plan WordReader::split_at(Plan word, std::size_t at) const {
  const std::string& text = word.texts[0];
  if (at >= text.size()) return word;
  const std::string first = text.substr(0, at);
  const std::string second = text.substr(at);
  const bool known = word.stemmable ? are_one_word(first, second, word.field)
                                    : is_known(first + "-" + second, word.field);
  if (!known) return word;
  std::vector<Plan> parts;
  parts.push_back(make_leaf(Plan::Kind::kForms, word.field, {first}));
  parts.push_back(make_leaf(Plan::Kind::kForms, word.field, {second}));
  return spellings(std::move(parts), std::move(word));
}

std::vector<Plan> WordReader::operands(std::string_view text, const schema::Field* field) const {
  const WrittenWords words(text, field);
  if (auto precise = words.precise_whole()) return {std::move(*precise)};
  std::vector<Plan> simple;
  std::vector<Plan> out;
  const auto flush = [&] {
    for (Plan& operand : join_pairs(join_many(std::exchange(simple, {})))) {
      out.push_back(split_solid(std::move(operand)));
    }
  };
  for (std::uint32_t position = 1; position <= words.last_position(); ++position) {
    if (auto compound = words.compound_at(position)) {
      flush();
      const std::uint32_t end = position + compound->span - 1;
      out.push_back(spellings(words.words_at(position, end), std::move(compound->form)));
      position = end;
    } else if (auto word = words.word_at(position)) {
      simple.push_back(std::move(*word));
    }
  }
  flush();
  return out;
}

std::vector<Plan> WordReader::exact_operands(std::string_view text,
                                             const schema::Field* field) const {
  const WrittenWords words(text, field);
  if (auto precise = words.precise_whole()) return {std::move(*precise)};
  if (auto hyphenated = words.hyphenated_whole()) return {std::move(*hyphenated)};
  return words.words_at(1, words.last_position());
}

}  // namespace dateline::query
