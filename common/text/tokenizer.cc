// Nine words in ten are ASCII letters with a space or a full stop behind: they are found by a table
// of bytes and, in small letters, returned without a copy. Whatever could be more (a sign that may
// bind, a character that is not ASCII) goes to RunAnalyser, which puts its tokens into a queue.
//
// Tested by tests/common/text/tokenizer_test.cc and the tables beside it.
#include "common/text/tokenizer.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "common/text/acronyms.h"
#include "common/text/characters.h"
#include "common/text/run.h"
#include "common/text/spellings/sign_plurals.h"
#include "common/text/token_queue.h"

namespace dateline::text {
namespace {

constexpr std::uint8_t kStart = kAlnum | kHigh | kTag;

// What the bytes of an ASCII word are, taken together.
struct PlainWord {
  std::size_t end;
  std::uint8_t bits;
};

PlainWord scan_plain_word(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kLongestWord);
  std::uint8_t bits = 0;
  std::size_t end = at;
  for (; end < limit; ++end) {
    const std::uint8_t b = byte_bits(text[end]);
    if ((b & kAlnum) == 0) break;
    bits |= b;
  }
  return {end, bits};
}

// True where the byte behind a word, and the one behind that, may make more of it: "non-binding",
// "U.S.", "C++", "naïve", "http://".
bool may_go_on(std::string_view text, std::size_t end) {
  if (end >= text.size()) return false;
  const char sign = text[end];
  const std::uint8_t bits = byte_bits(sign);
  if ((bits & kJoin) == 0) return false;
  if ((bits & kHigh) != 0 || sign == '#') return true;
  if (end + 1 >= text.size()) return false;
  const char next = text[end + 1];
  if (sign == '+' || sign == ':') return next == '+' || next == '/' || is_ascii_alnum(next);
  return (byte_bits(next) & (kAlnum | kHigh)) != 0;
}

}  // namespace

struct Tokenizer::State {
  std::string_view text;
  std::size_t at = 0;
  TokenQueue queue;
  RunAnalyser run{queue};
  std::array<char, kLongestWord> lower{};

  // The next byte at which a token may begin.
  std::size_t skip_separators() const {
    std::size_t i = at;
    while (i < text.size() && (byte_bits(text[i]) & kStart) == 0) ++i;
    return i;
  }

  std::string_view in_lower_case(std::string_view word, std::uint8_t bits) {
    if ((bits & kUpper) == 0) return word;
    std::ranges::transform(word, lower.begin(), ascii_lower);
    return {lower.data(), word.size()};
  }

  void push_further(const Token& plain, std::string_view form, Reading reading, bool stemmable) {
    OwnedToken& token = queue.push();
    token.form = form;
    token.position = plain.position;
    token.begin = plain.begin;
    token.end = plain.end;
    token.span = 1;
    token.reading = reading;
    token.further = true;
    token.stemmable = stemmable;
  }

  void push_acronym(const Token& plain, bool in_capitals) {
    const std::string_view precise = acronym_reading(plain.form, in_capitals);
    if (precise.empty()) return;
    push_further(plain, precise, Reading::kPrecise, false);
    const std::string_view small = acronym_in_small_letters(plain.form, precise);
    if (!small.empty()) push_further(plain, small, Reading::kSolid, true);
  }

  void push_singular(std::size_t begin, std::size_t end, const Token& plain) {
    const std::size_t length = singular_length(text.substr(begin, end - begin));
    if (length == 0) return;
    push_further(plain, plain.form.substr(0, length), Reading::kSolid, plain.stemmable);
  }

  // False, with nothing taken, if what begins at `begin` is no plain word.
  bool take_plain_word(std::size_t begin, Token& token) {
    const PlainWord word = scan_plain_word(text, begin);
    if (word.end == begin || may_go_on(text, word.end)) return false;
    if (word.end == begin + 1 && spaced_acronym_end(text, begin) != begin) return false;
    at = word.end;
    token.form = in_lower_case(text.substr(begin, word.end - begin), word.bits);
    token.position = run.next_position();
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(word.end);
    token.span = 1;
    token.reading = Reading::kPlain;
    token.further = false;
    token.stemmable = (word.bits & kDigitByte) == 0;
    if (text[word.end - 1] == 's' && word.bits != kLower) push_singular(begin, word.end, token);
    if (word.bits == kUpper || token.form == "usa") push_acronym(token, word.bits == kUpper);
    return true;
  }

  void take_queued(Token& token) {
    const OwnedToken& next = queue.pop();
    token = {next.form, next.position, next.begin,   next.end,
             next.span, next.reading,  next.further, next.stemmable};
  }
};

Tokenizer::Tokenizer() : state_(std::make_unique<State>()) {}
Tokenizer::~Tokenizer() = default;

void Tokenizer::start(std::string_view text) {
  state_->text = text.substr(0, 0xFFFFFFFF);
  state_->at = 0;
  state_->queue.clear();
  state_->run.start(state_->text);
}

bool Tokenizer::next(Token& token) {
  State& s = *state_;
  for (;;) {
    if (!s.queue.empty()) {
      s.take_queued(token);
      return true;
    }
    const std::size_t begin = s.skip_separators();
    if (begin >= s.text.size()) return false;
    if (s.take_plain_word(begin, token)) return true;
    s.at = s.run.analyse(begin);
  }
}

std::vector<OwnedToken> tokenize(std::string_view text) {
  Tokenizer tokenizer;
  tokenizer.start(text);
  std::vector<OwnedToken> tokens;
  for (Token t{}; tokenizer.next(t);) {
    tokens.push_back({std::string(t.form), t.position, t.begin, t.end, t.span, t.reading, t.further,
                      t.stemmable});
  }
  return tokens;
}

}  // namespace dateline::text
