// A leaf of the tree asks the index for what its field holds:
//
//   troops               [troop]            prose: the stem, in any inflection
//   favoring             [favor|favour]     and in its other spelling, where the index has that
//   "labour favors"      "{labour|labor} {favors|favours}"
//   elect*               {elect|elected|+20}, words of the index, the most frequent first
//   source:"Le Monde"    source:<le monde>, a whole value
//   date:2020-01         a range of days
//   person:esper         the name, and other spellings of it (other_names.h)
//
// Which way is taken is the field's kind in common/schema/fields.h. Tested by
// tests/searcher/query/rewrite/rewriter_test.cc and, by what is found, by
// tests/searcher/query/semantics_test.cc.
#include "searcher/query/rewrite/leaves.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/strings.h"
#include "common/text/spelling.h"
#include "common/text/stop_words.h"
#include "common/text/tokenizer.h"
#include "common/text/values.h"
#include "searcher/query/language/address.h"
#include "searcher/query/plan/sequences.h"
#include "searcher/query/plan/spellings.h"
#include "searcher/query/positions/near_match.h"
#include "searcher/query/rewrite/other_names.h"

namespace dateline::query {
namespace {

// Named in the notice: a group's others, and no more lines than a reader takes in.
constexpr std::size_t kShownSynonyms = Synonyms::kMaxMembers;

// A word's punctuation, where it is no part of a pattern: `"(elect*,"` → elect*.
std::string_view pattern_of(std::string_view word) {
  const auto is_edge = [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !is_ascii_alnum(c) && c != '*' && c != '?';
  };
  while (!word.empty() && is_edge(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_edge(word.back())) word.remove_suffix(1);
  return word;
}

// "he?" ends a question; "wom?n" has a letter to be found.
std::string_view without_end_marks(std::string_view word) {
  std::string_view kept = word;
  while (!kept.empty() && kept.back() == '?') kept.remove_suffix(1);
  return kept;
}

}  // namespace

std::nullopt_t LeafRewriter::drop(const Node& node) {
  std::string text = fmt::format("“{}” has no letters or digits and was left out", node.text);
  if (node.text == "&&") text += "; write AND";
  if (node.text == "||" || node.text == "|") text += "; write OR";
  state_.note("no-word", std::move(text));
  return std::nullopt;
}

bool LeafRewriter::is_stop_word(const Node& word) const {
  if (word.exact || word.edits || has_wildcard(word.text)) return false;
  const auto tokens = text::tokenize(word.text);
  return tokens.size() == 1 && text::is_stop_word(tokens[0].form, state_.options.languages.front());
}

std::optional<Plan> LeafRewriter::leaf(const Node& node, const Scope& scope) {
  if (scope.is_anywhere()) return text_leaf(node, nullptr);
  if (scope.is_date()) return date_leaf(node);
  if (scope.is(schema::Kind::kText)) return text_leaf(node, scope.fields->front());
  std::vector<Plan> ways;
  for (const schema::Field* field : *scope.fields) {
    if (auto way = field_leaf(node, *field)) ways.push_back(std::move(*way));
  }
  if (ways.empty()) return std::nullopt;
  return join_plans(Plan::Kind::kOr, std::move(ways));
}

std::optional<Plan> LeafRewriter::field_leaf(const Node& node, const schema::Field& field) {
  if (field.id == schema::FieldId::kUrl) return address_leaf(node, field);
  if (field.kind == schema::Kind::kKeyword) return keyword_leaf(node, field);
  if (field.kind == schema::Kind::kEntity) return name_leaf(node, field);
  auto words = operand(node, &field);
  if (!words || words->kind != Plan::Kind::kPhrase || has_wildcard(node.text)) return words;
  // The whole value too: its words may be cut differently inside a longer text.
  std::vector<Plan> ways;
  ways.push_back(std::move(*words));
  ways.push_back(make_leaf(Plan::Kind::kValues, &field, {text::fold_value(node.text)}));
  return make_list(Plan::Kind::kOr, std::move(ways));
}

std::optional<Plan> LeafRewriter::date_leaf(const Node& node) {
  // An opening quote stands before a phrase's first letter.
  const std::size_t begin = node.offset + (node.kind == Node::Kind::kPhrase ? 1 : 0);
  const auto days = parse_dates(node.text, *state_.options.clock, begin);
  if (!days) {
    state_.fail(days.error().offset, days.error().message, days.error().hint);
    return std::nullopt;
  }
  Plan plan;
  plan.kind = Plan::Kind::kDays;
  plan.days = *days;
  return plan;
}

std::optional<Plan> LeafRewriter::keyword_leaf(const Node& node, const schema::Field& field) {
  std::string value = schema::keyword_form(field, node.text);
  if (field.id == schema::FieldId::kLanguage) value = replace_all(value, "_", "-");
  const bool pattern = node.kind == Node::Kind::kWord && value.find('*') != std::string::npos;
  if (pattern) return expander_.value_wildcard(node, value, field);
  return make_leaf(Plan::Kind::kValues, &field, {value});
}

// A name of several words is that name where the index has it; else an article that has all its
// words among one kind of names will do.
std::optional<Plan> LeafRewriter::name_leaf(const Node& node, const schema::Field& field) {
  if (has_wildcard(node.text) || node.distance > 0) return operand(node, &field);
  OtherNames others(state_, node, field);
  if (auto plan = others.by_alias()) return plan;
  auto plan = spelled_name(node, field, others);
  return plan ? others.or_surname(others.or_aliases(std::move(*plan))) : std::move(plan);
}

std::optional<Plan> LeafRewriter::spelled_name(const Node& node, const schema::Field& field,
                                               OtherNames& others) {
  if (node.edits) {
    auto typed = operand(node, &field);
    return typed ? others.beside(std::move(*typed)) : std::move(typed);
  }
  auto parts = words_.exact_operands(node.text, &field);
  if (parts.empty()) return drop(node);
  if (node.exact) return join_plans(Plan::Kind::kAnd, std::move(parts));
  if (parts.size() == 1) return others.beside(std::move(parts.front()));
  const std::string name = text::fold_value(node.text);
  if (state_.vocabulary.has(field.value_prefix, name)) {
    return others.beside(make_leaf(Plan::Kind::kValues, &field, {name}));
  }
  return others.beside(others.all_words(std::move(parts)));
}

std::optional<Plan> LeafRewriter::address_leaf(const Node& node, const schema::Field& field) {
  const Address address = read_address(node.text);
  std::vector<Plan> ways;
  if (!address.patterns.empty()) {
    for (const std::string& pattern : address.patterns) {
      ways.push_back(expander_.value_wildcard(node, pattern, field));
    }
    return make_list(Plan::Kind::kOr, std::move(ways));
  }
  if (has_literal(address.host_pattern))
    return expander_.wildcard(node, address.host_pattern, &field);
  if (!address.values.empty()) {
    ways.push_back(make_leaf(Plan::Kind::kValues, &field, address.values));
  }
  std::vector<Plan> parts;
  if (!address.host.empty()) parts.push_back(make_leaf(Plan::Kind::kForms, &field, {address.host}));
  auto words = words_.exact_operands(address.words, &field);
  if (!words.empty()) parts.push_back(join_plans(Plan::Kind::kPhrase, std::move(words)));
  // A bare "thehill.com" is a host or, as "index.html", the end of a path.
  const auto together = address.host_or_words ? Plan::Kind::kOr : Plan::Kind::kAnd;
  if (!parts.empty()) ways.push_back(join_plans(together, std::move(parts)));
  if (ways.empty()) return drop(node);
  return join_plans(Plan::Kind::kOr, std::move(ways));
}

// Names are spelled as those who bear them spell them; prose and tags as their authors do.
bool LeafRewriter::is_spelled(const schema::Field* field) const {
  const auto& languages = state_.options.languages;
  const bool english = std::find(languages.begin(), languages.end(), "en") != languages.end();
  return english && state_.options.spelling == Spelling::kBoth &&
         (field == nullptr || field->kind == schema::Kind::kText ||
          field->id == schema::FieldId::kTag || field->id == schema::FieldId::kSection);
}

// A form is joined by its other spelling where the index has that: {favour|favor}.
Plan LeafRewriter::spell(Plan operand) {
  if (operand.kind == Plan::Kind::kOr || operand.kind == Plan::Kind::kPhrase) {
    operand.children = spell_all(std::move(operand.children));
  }
  if (operand.kind != Plan::Kind::kForms || !operand.stemmable || !is_spelled(operand.field)) {
    return operand;
  }
  for (std::string& other : text::other_spellings(operand.texts[0])) {
    if (words_.is_known(other, operand.field)) operand.texts.push_back(std::move(other));
  }
  return operand;
}

std::vector<Plan> LeafRewriter::spell_all(std::vector<Plan> operands) {
  for (Plan& operand : operands) operand = spell(std::move(operand));
  return operands;
}

// A form, wherever a stem may stand for it, becomes its stem. All words have stem terms; those that
// are no words of letters have themselves.
Plan LeafRewriter::relax(Plan operand) {
  if (operand.kind == Plan::Kind::kOr) {
    for (Plan& way : operand.children) way = relax(std::move(way));
    return operand;
  }
  if (operand.kind != Plan::Kind::kForms) return spell(std::move(operand));
  operand.kind = Plan::Kind::kStem;
  operand.forms = operand.texts;
  if (!operand.stemmable) return operand;
  std::vector<std::string> stems = stems_of(operand.texts[0], operand.written);
  const auto add_other = [&](std::string stem) {
    if (std::find(stems.begin(), stems.end(), stem) != stems.end()) return;
    operand.as_one = true;
    stems.push_back(std::move(stem));
  };
  for (std::size_t i = 1; i < operand.texts.size(); ++i) {
    for (std::string& stem : stems_of(operand.texts[i], {})) add_other(std::move(stem));
  }
  for (std::string& stem : other_stems_of(operand.texts[0], operand.field)) {
    add_other(std::move(stem));
  }
  operand.texts = std::move(stems);
  return operand;
}

// Articles are stemmed in their own languages, and nobody says which one a query is written in.
std::vector<std::string> LeafRewriter::stems_of(const std::string& form,
                                                const std::string& written) {
  std::vector<std::string> stems;
  const auto add = [&stems](std::string_view stem) {
    const bool known = std::find(stems.begin(), stems.end(), stem) != stems.end();
    if (!stem.empty() && !known) stems.emplace_back(stem);
  };
  for (text::Stemmer& stemmer : state_.stemmers) {
    add(stemmer.stem(form));
    add(stemmer.accented_stem(form, written));
  }
  return stems;
}

// The English stems of `form` as it is spelled elsewhere, of which the index has words.
std::vector<std::string> LeafRewriter::other_stems_of(const std::string& form,
                                                      const schema::Field* field) {
  std::vector<std::string> stems;
  if (!is_spelled(field)) return stems;
  const auto& languages = state_.options.languages;
  const auto english = std::find(languages.begin(), languages.end(), "en") - languages.begin();
  text::Stemmer& stemmer = state_.stemmers[static_cast<std::size_t>(english)];
  const auto add = [&](std::string stem) {
    const bool known = !stem.empty() && state_.vocabulary.has(schema::kStemPrefix, stem);
    if (known) stems.push_back(std::move(stem));
  };
  for (const std::string& other : text::other_spellings(form))
    add(std::string(stemmer.stem(other)));
  add(text::doubled_stem(stemmer.stem(form)));
  return stems;
}

std::optional<Plan> LeafRewriter::text_leaf(const Node& node, const schema::Field* field) {
  const bool plain = node.kind == Node::Kind::kWord && !node.exact && !node.edits &&
                     !has_wildcard(without_end_marks(node.text));
  if (!plain) {
    auto plan = operand(node, field);
    const bool phrase = node.kind == Node::Kind::kPhrase && node.distance == 0;
    return plan && phrase ? with_synonyms(node, field, std::move(*plan)) : std::move(plan);
  }
  auto parts = words_.operands(without_question_mark(node), field);
  if (parts.empty()) return drop(node);
  return with_synonyms(node, field, word_plan(std::move(parts)));
}

Plan LeafRewriter::word_plan(std::vector<Plan> parts) {
  if (parts.size() == 1) return relax(std::move(parts.front()));
  return make_list(Plan::Kind::kPhrase, spell_all(std::move(parts)));
}

// Each synonym as if it had been typed: one word in any inflection, several as a phrase.
Plan LeafRewriter::with_synonyms(const Node& node, const schema::Field* field, Plan plan) {
  if (state_.options.synonyms == nullptr || state_.expansions_left == 0) return plan;
  const std::string stem =
      plan.kind == Plan::Kind::kStem && !plan.texts.empty() ? plan.texts.front() : std::string();
  std::vector<std::string> shown;
  std::vector<Plan> ways;
  for (const std::string& synonym : state_.options.synonyms->of(node.text, stem)) {
    auto parts = words_.operands(synonym, field);
    if (parts.empty() || state_.expansions_left == 0) continue;
    --state_.expansions_left;
    ways.push_back(make_weight(word_plan(std::move(parts)), Synonyms::kWeight));
    if (shown.size() < kShownSynonyms) shown.push_back(fmt::format("“{}”", synonym));
  }
  if (ways.empty()) return plan;
  const std::size_t more = ways.size() - shown.size();
  state_.note("synonyms",
              fmt::format("“{}” was also looked for as {}{}", node.text, join(shown, ", "),
                          more > 0 ? fmt::format(" and {} more", more) : std::string()));
  ways.insert(ways.begin(), std::move(plan));
  return make_list(Plan::Kind::kOr, std::move(ways));
}

std::string_view LeafRewriter::without_question_mark(const Node& node) {
  const std::string_view kept = without_end_marks(node.text);
  if (kept.size() < node.text.size() && !kept.empty()) {
    state_.note("question-mark",
                fmt::format("“{}” was read as “{}”: a ? stands for a letter inside a word only",
                            node.text, kept));
  }
  return kept;
}

std::optional<Plan> LeafRewriter::operand(const Node& node, const schema::Field* field) {
  if (node.kind == Node::Kind::kPhrase)
    return positional(node, field, phrase_operands(node, field));
  if (node.edits) return expander_.fuzzy(node, field);
  const std::string_view text = without_question_mark(node);
  if (has_wildcard(text)) return expander_.wildcard(node, pattern_of(text), field);
  auto parts =
      node.exact ? words_.exact_operands(text, field) : spell_all(words_.operands(text, field));
  if (parts.empty()) return drop(node);
  return join_plans(Plan::Kind::kPhrase, std::move(parts));
}

std::optional<Plan> LeafRewriter::positional(const Node& node, const schema::Field* field,
                                             std::vector<Plan> operands) {
  if (operands.empty()) {
    state_.fail(node.offset, "there is no word between these quotes", "write words between them");
    return std::nullopt;
  }
  if (operands.size() == 1) return std::move(operands.front());
  Plan plan =
      make_list(node.distance == 0 ? Plan::Kind::kPhrase : Plan::Kind::kNear, std::move(operands));
  plan.field = field;
  plan.distance = std::max(node.distance, 1U);
  check_operands(node, plan);
  return plan;
}

// The work of matching phrases, or words of which two may be the same, doubles with each of them.
void LeafRewriter::check_operands(const Node& node, const Plan& near) {
  if (!check_ways(node, near)) return;
  if (!state_.local_only && needs_position_source(near)) state_.local_only = node.offset;
  if (near.kind != Plan::Kind::kNear || near.children.size() <= kMaxOperands) return;
  const auto choices = choices_of(near.children, 1);
  if (choices && choices->size() == 1 && are_distinct_words(choices->front())) return;
  state_.fail(node.offset,
              fmt::format("more than {} phrases or like words near each other", kMaxOperands),
              "join some of them with AND, or use ADJ");
}

// A phrase of many compounds, each in one word or in several, may be met in thousands of ways.
bool LeafRewriter::check_ways(const Node& node, const Plan& positional) {
  const bool few =
      std::all_of(positional.children.begin(), positional.children.end(), [](const Plan& operand) {
        const auto ways = sequences_of(operand, kMostWays);
        return ways && query::words_of(*ways) <= kMostWordsOfWays;
      });
  if (few) return true;
  state_.fail(node.offset, "a phrase here can be spelled in too many ways",
              "write fewer of its compounds, or join them with AND");
  return false;
}

// Words with wildcards are expanded where they stand; what lies between them is analysed together,
// so that compounds written with spaces are met.
std::vector<Plan> LeafRewriter::phrase_operands(const Node& node, const schema::Field* field) {
  const PositionsRead reading(state_);
  std::vector<Plan> out;
  std::string plain;
  const auto flush = [&] {
    auto parts = spell_all(words_.operands(std::exchange(plain, {}), field));
    std::move(parts.begin(), parts.end(), std::back_inserter(out));
  };
  for (const std::string_view word : split(node.text, ' ')) {
    const std::string_view pattern = without_end_marks(pattern_of(word));
    if (!has_wildcard(pattern)) {
      plain.append(without_end_marks(word)).append(" ");
      continue;
    }
    flush();
    out.push_back(expander_.wildcard(node, pattern, field));
  }
  flush();
  return out;
}

}  // namespace dateline::query
