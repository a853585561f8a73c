// One pass from left to right. What a sign means depends on what it touches and on whether a
// field's name stands right before it, so nothing is read twice. Offsets are those of the text as
// it was typed (PlainText::origin_of()). Tested by tests/searcher/query/language/lexer_test.cc,
// and fuzzed by tests/fuzz/query_parser_fuzz.cc.
#include "searcher/query/language/lexer.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "common/base/strings.h"
#include "common/text/acronyms.h"
#include "searcher/query/language/text_ends.h"

namespace dateline::query {
namespace {

constexpr std::array<std::pair<std::string_view, LexemeKind>, 5> kOperators{
    {{"AND", LexemeKind::kAnd},
     {"OR", LexemeKind::kOr},
     {"NOT", LexemeKind::kNot},
     {"NEAR", LexemeKind::kNear},
     {"ADJ", LexemeKind::kAdj}}};

bool ends_word(char c) { return c == ' ' || c == '(' || c == ')' || c == '"'; }
bool is_sign(char c) { return c == '+' || c == '-'; }

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    words += c != ' ' && !inside ? 1 : 0;
    inside = c != ' ';
  }
  return words;
}

class Lexer {
 public:
  explicit Lexer(const PlainText& query) : query_(query), text_(query.text) {}

  Parsed<Lexemes> run() {
    while (!error_ && skip_spaces()) {
      const std::size_t known = out_.list.size();
      step();
      if (out_.list.size() > known) out_.list.back().end = query_.origin_of(at_);
    }
    if (error_) return tl::unexpected(std::move(*error_));
    add(LexemeKind::kEnd, text_.size());
    return std::move(out_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : ' ';
  }
  bool skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ < text_.size();
  }
  // Right after "field:", where signs, operators and colons belong to the value.
  bool in_value() const {
    return !out_.list.empty() && out_.list.back().kind == LexemeKind::kField;
  }
  void fail(std::size_t at, std::string message, std::string hint) {
    if (!error_) {
      error_ = QueryError{query_.origin_of(at), std::move(message), std::move(hint)};
    }
  }
  void note(std::string code, std::string text) {
    out_.notices.push_back({std::move(code), std::move(text)});
  }
  Lexeme& add(LexemeKind kind, std::size_t at, std::string_view text = {}) {
    Lexeme& lexeme = out_.list.emplace_back();
    lexeme.kind = kind;
    lexeme.offset = query_.origin_of(at);
    lexeme.text = text;
    return lexeme;
  }
  void count_terms(std::size_t at, std::size_t words) {
    terms_ += words;
    if (terms_ <= kMaxTerms) return;
    fail(at, fmt::format("the query has more than {} words", kMaxTerms), "ask for fewer at a time");
  }

  void step() {
    const char c = peek();
    if (c == '(' || c == ')') {
      add(c == '(' ? LexemeKind::kOpen : LexemeKind::kClose, at_, text_.substr(at_, 1));
      ++at_;
    } else if (c == '"') {
      phrase();
    } else if (c == '^') {
      weight();
    } else if (!in_value() && is_sign(c)) {
      sign();
    } else {
      word();
    }
  }

  void sign() {
    if (ends_word(peek(1)) && peek(1) != '(' && peek(1) != '"') return punctuation();
    if (peek(1) == peek()) return punctuation();
    add(peek() == '+' ? LexemeKind::kPlus : LexemeKind::kMinus, at_, text_.substr(at_, 1));
    ++at_;
  }

  // "--", " - " and the like between words.
  void punctuation() {
    while (is_sign(peek())) ++at_;
  }

  void phrase();
  void unclosed_phrase(std::size_t open);
  void slop(Lexeme& phrase);
  void weight();
  void word();
  bool field();
  bool operator_word(std::string_view word, std::size_t begin);
  std::size_t literal_end() const;
  void plain_word(std::size_t begin, std::string_view word);
  void colon_notice(std::string_view word);
  std::string_view split_weight(std::string_view word, std::size_t begin);
  std::string_view split_edits(std::string_view word, std::size_t begin, Lexeme& lexeme);

  const PlainText& query_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t terms_ = 0;
  Lexemes out_;
  std::optional<QueryError> error_;
};

void Lexer::phrase() {
  const std::size_t open = at_;
  const std::size_t close = text_.find('"', open + 1);
  if (close == std::string_view::npos) return unclosed_phrase(open);
  const std::string_view inside = text_.substr(open + 1, close - open - 1);
  at_ = close + 1;
  if (trim(inside).empty()) {
    return fail(open, "there is nothing between these quotes", "write words between them");
  }
  count_terms(open, count_words(inside));
  slop(add(LexemeKind::kPhrase, open, trim(inside)));
}

// A quote that is never closed is repaired where it cannot mean anything else.
void Lexer::unclosed_phrase(std::size_t open) {
  const std::string_view inside = trim(text_.substr(open + 1));
  if (holds_operators(inside)) {
    return fail(open, "this quote is never closed", "put the other quote where the phrase ends");
  }
  at_ = text_.size();
  if (inside.empty()) {
    return note("quote-dropped", "the quote at the end opens nothing and was left out");
  }
  note("quote-closed", fmt::format("the quote was not closed; read as \"{}\"", inside));
  count_terms(open, count_words(inside));
  add(LexemeKind::kPhrase, open, inside);
}

void Lexer::slop(Lexeme& phrase) {
  if (peek() != '~') return;
  const std::size_t tilde = at_++;
  const std::size_t digits = digits_length(text_.substr(at_));
  const auto distance = read_distance(text_.substr(at_, digits));
  at_ += digits;
  if (digits > 0 && distance) {
    phrase.distance = *distance;
    return;
  }
  fail(tilde, fmt::format("~ after a phrase wants a distance from 1 to {}", kMaxDistance),
       fmt::format("\"{}\"~5 finds these words at most 5 apart", phrase.text));
}

void Lexer::weight() {
  const std::size_t caret = at_++;
  const std::size_t length = number_length(text_.substr(at_));
  const auto value = read_weight(text_.substr(at_, length));
  at_ += length;
  const bool touches = caret > 0 && text_[caret - 1] != ' ' && text_[caret - 1] != '(';
  if (!touches) return fail(caret, "^ weighs what it touches, and it touches nothing", "word^2");
  if (!value || !ends_word(peek())) {
    return fail(caret, "^ wants a weight from 0 to 1000", "write word^2, or \"^\" in quotes");
  }
  add(LexemeKind::kWeight, caret, text_.substr(caret, at_ - caret)).weight = *value;
}

std::size_t Lexer::literal_end() const {
  // An address may hold brackets of its own: those that it opened.
  std::size_t depth = 0;
  std::size_t end = at_;
  for (; end < text_.size(); ++end) {
    const char c = text_[end];
    if (c == ' ' || c == '"' || (c == ')' && depth == 0)) break;
    if (c == '(') ++depth;
    if (c == ')') --depth;
  }
  return end;
}

void Lexer::word() {
  if (!in_value() && field()) return;
  const std::size_t begin = at_;
  if (in_value() && out_.list.back().scope.is_literal()) {
    at_ = literal_end();
  } else {
    // "U. S." is one word in spite of its space.
    at_ = text::spaced_acronym_end(text_, at_);
    while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
  }
  const std::string_view word = text_.substr(begin, at_ - begin);
  if (!in_value() && operator_word(word, begin)) return;
  if (word == "=" && peek() == '"') return;  // a phrase is exact already
  plain_word(begin, word);
}

// Reads "name:" and is true where a field begins here. Also true where it fails.
bool Lexer::field() {
  const std::size_t letters = name_length(text_.substr(at_));
  const std::size_t colon = at_ + letters;
  if (letters == 0 || colon >= text_.size() || text_[colon] != ':') return false;
  const std::string_view name = text_.substr(at_, letters);
  const char next = colon + 1 < text_.size() ? text_[colon + 1] : '\0';
  if (next == ' ' || text_.substr(colon, 3) == "://") return false;
  const Scope scope = scope_named(name);
  if (scope.is_anywhere() && (next == '\0' || next == ')')) return false;
  if (scope.is_anywhere()) {
    const std::string_view nearest = nearest_field_name(name);
    fail(at_, fmt::format("there is no field “{}”", name),
         nearest.empty()
             ? fmt::format("fields are {}; to look for the text, put it in quotes",
                           all_field_names())
             : fmt::format("did you mean {}: ? To look for the text, put it in quotes", nearest));
  } else if (next == '\0' || next == ')') {
    fail(colon, fmt::format("{}: has no value", name),
         fmt::format("write {}:{}", name, scope.is_date() ? "2020-01-06" : "word"));
  } else {
    add(LexemeKind::kField, at_, name).scope = scope;
  }
  at_ = colon + 1;
  return true;
}

bool Lexer::operator_word(std::string_view word, std::size_t begin) {
  const std::string_view name = word.substr(0, word.find('/'));
  for (const auto& [written, kind] : kOperators) {
    if (name != written) continue;
    const bool positional = kind == LexemeKind::kNear || kind == LexemeKind::kAdj;
    if (name != word && !positional) return false;
    Lexeme& lexeme = add(kind, begin, word);
    lexeme.distance = positional ? kDefaultDistance : 0;
    if (name == word) return true;
    const auto distance = read_distance(word.substr(name.size() + 1));
    if (!distance) {
      fail(begin, fmt::format("{}/ wants a distance from 1 to {}", name, kMaxDistance),
           fmt::format("a {}/5 b", name));
    }
    lexeme.distance = distance.value_or(0);
    return true;
  }
  return false;
}

void Lexer::colon_notice(std::string_view word) {
  if (word.size() < 2 || word.back() != ':') return;
  const std::string_view name = word.substr(0, word.size() - 1);
  if (scope_named(name).is_anywhere()) return;
  note("colon-space", fmt::format("“{}” was read as a word; for the field, write {}:word without a "
                                  "space",
                                  name, name));
}

// "iraq^3" → "iraq", with the weight's lexeme still to be read.
std::string_view Lexer::split_weight(std::string_view word, std::size_t begin) {
  const std::size_t caret = word.rfind('^');
  if (caret == std::string_view::npos || caret == 0) return word;
  const std::string_view before = word.substr(0, caret);
  const std::size_t first = before.find('^', 1);
  if (first != std::string_view::npos &&
      number_length(before.substr(first + 1)) + first + 1 == caret) {
    fail(begin + caret, "a second weight", "write one: word^2");
  }
  at_ = begin + caret;
  return before;
}

std::string_view Lexer::split_edits(std::string_view word, std::size_t begin, Lexeme& lexeme) {
  const std::size_t tilde = word.rfind('~');
  if (tilde == std::string_view::npos || tilde == 0) return word;
  const std::string_view digits = word.substr(tilde + 1);
  if (digits_length(digits) != digits.size()) return word;
  if (digits.size() > 1 || (!digits.empty() && digits != "1" && digits != "2")) {
    fail(begin + tilde, "~ after a word allows 1 or 2 typing errors",
         fmt::format("write {0}~1 or {0}~2; for words near each other, \"a b\"~5",
                     word.substr(0, tilde)));
  }
  lexeme.edits = digits.empty() ? 0 : static_cast<std::uint32_t>(digits[0] - '0');
  return word.substr(0, tilde);
}

void Lexer::plain_word(std::size_t begin, std::string_view word) {
  const bool literal = in_value() && out_.list.back().scope.is_literal();
  const bool date = in_value() && out_.list.back().scope.is_date();
  if (in_value() && is_sign(word[0]) && !literal && !date) {
    const Lexeme& field = out_.list.back();
    return fail(begin, fmt::format("{} stands between {}: and its value", word[0], field.text),
                fmt::format("write {}{}:{}", word[0], field.text, word.substr(1)));
  }
  colon_notice(word);
  word = split_weight(word, begin);
  count_terms(begin, 1);
  Lexeme& lexeme = add(LexemeKind::kWord, begin, word);
  if (literal || date) return;
  lexeme.exact = word.size() > 1 && word[0] == '=';
  if (lexeme.exact) word.remove_prefix(1);
  lexeme.text = split_edits(word, begin, lexeme);
  if (lexeme.exact && lexeme.edits) {
    fail(begin, "a word is either exact (=) or fuzzy (~)", "leave one of the two signs out");
  }
}

}  // namespace

Parsed<Lexemes> lex(const PlainText& query) { return Lexer(query).run(); }

}  // namespace dateline::query
