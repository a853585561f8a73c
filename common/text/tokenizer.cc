#include "common/text/tokenizer.h"

#include "common/base/strings.h"

namespace dateline::text {
namespace {

constexpr std::size_t kLongestWord = 64;

bool is_word_byte(char c) { return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

struct Tokenizer::State {
  std::string_view text;
  std::size_t at = 0;
  std::uint32_t position = 0;
  std::string form;
};

Tokenizer::Tokenizer() : state_(std::make_unique<State>()) {}
Tokenizer::~Tokenizer() = default;

void Tokenizer::start(std::string_view text) {
  state_->text = text.substr(0, 0xFFFFFFFF);
  state_->at = 0;
  state_->position = 0;
}

bool Tokenizer::next(Token& token) {
  State& s = *state_;
  while (s.at < s.text.size() && !is_word_byte(s.text[s.at])) ++s.at;
  const std::size_t begin = s.at;
  while (s.at < s.text.size() && is_word_byte(s.text[s.at]) && s.at - begin < kLongestWord) ++s.at;
  if (s.at == begin) return false;
  s.form = to_ascii_lower(s.text.substr(begin, s.at - begin));
  token = {s.form,
           ++s.position,
           static_cast<std::uint32_t>(begin),
           static_cast<std::uint32_t>(s.at),
           1,
           Reading::kPlain,
           false,
           !is_ascii_digit(s.form[0])};
  return true;
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

std::string fold_value(std::string_view value) {
  return collapse_whitespace(to_ascii_lower(value));
}

std::string fold_word(std::string_view word) { return to_ascii_lower(word); }

}  // namespace dateline::text
