#include "searcher/search/snippet/headline_prefix.h"

#include <string>
#include <vector>

#include "common/base/strings.h"
#include "common/text/tokenizer.h"

namespace dateline::search {
namespace {

// Where signs and spaces behind a headline end, of which one ends a sentence or a paragraph; 0 if
// the sentence goes on.
std::size_t behind_sentence(std::string_view text, std::size_t at) {
  constexpr std::string_view kStops = ".!?:\n";
  bool stopped = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool sign = static_cast<unsigned char>(c) < 0x80 && !is_ascii_alnum(c);
    if (!sign) break;
    stopped = stopped || kStops.find(c) != std::string_view::npos;
    // What opens the next sentence is its own.
    if (stopped && (c == '"' || c == '(' || c == '\'')) break;
  }
  return stopped || at == text.size() ? at : 0;
}

std::vector<std::string> words_of(std::string_view headline) {
  std::vector<std::string> words;
  for (text::OwnedToken& token : text::tokenize(headline)) {
    if (!token.further) words.push_back(std::move(token.form));
  }
  return words;
}

// Behind the last of `words` where `text` begins with them all; 0 if it does not.
std::size_t end_of_words(std::string_view text, const std::vector<std::string>& words) {
  text::Tokenizer tokenizer;
  tokenizer.start(text);
  std::size_t met = 0;
  std::size_t end = 0;
  for (text::Token token{}; met < words.size() && tokenizer.next(token);) {
    if (token.further) continue;
    if (token.form != words[met]) return 0;
    ++met;
    end = token.end;
  }
  return met == words.size() ? end : 0;
}

}  // namespace

std::string_view without_headline(std::string_view text, std::string_view headline) {
  const std::vector<std::string> words = words_of(headline);
  while (!words.empty()) {
    const std::size_t end = end_of_words(text, words);
    const std::size_t next = end == 0 ? 0 : behind_sentence(text, end);
    if (next == 0) break;
    text.remove_prefix(next);
  }
  return text;
}

}  // namespace dateline::search
