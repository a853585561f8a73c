#include "common/names/plain_words.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/text/fold.h"

namespace dateline::names {
namespace {

// text::folded takes white space away, so it is given a word at a time; ASCII needs no more than
// small letters.
void append_word(std::vector<std::string>& words, std::string_view word) {
  if (word.empty()) return;
  words.push_back(is_ascii(word) ? to_ascii_lower(word) : text::folded(word));
}

}  // namespace

std::vector<std::string> plain_words(std::string_view name, std::size_t most) {
  // Apostrophes and the hyphens that are not ASCII: left out, or a hyphen. The first is the
  // Arabic letter ayn's half ring, as in "Sana‘a".
  std::string plain(name);
  if (!is_ascii(name)) {
    for (const std::string_view sign :
         {"\u2018", "\u2019", "\u02BC", "\u02BB", "\u02BF", "\u02BE"}) {
      plain = replace_all(plain, sign, "");
    }
    for (const std::string_view sign : {"\u2010", "\u2011", "\u2013"}) {
      plain = replace_all(plain, sign, "-");
    }
  }
  std::vector<std::string> words;
  std::string word;
  for (const char c : plain) {
    const bool letter = is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      word += c;
    } else if (c != '\'' && c != '`') {
      append_word(words, word);
      word.clear();
      if (words.size() >= most) return words;
    }
  }
  append_word(words, word);
  return words;
}

}  // namespace dateline::names
