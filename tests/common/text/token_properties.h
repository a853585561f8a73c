// What holds for the tokens of any text whatever; for the property tests and the fuzzer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/utf8.h"
#include "common/schema/fields.h"
#include "common/text/atom.h"
#include "common/text/fold.h"
#include "common/text/spelling.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"

namespace dateline::text {

inline bool begins_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

inline std::size_t letters_in(std::string_view form) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < form.size(); ++at) letters += begins_character(form, at) ? 1 : 0;
  return letters;
}

inline std::string fault_of_extent(const OwnedToken& token, std::string_view text) {
  if (token.begin >= token.end || token.end > text.size()) return "is outside the text";
  if (!begins_character(text, token.begin)) return "begins inside a character";
  if (is_valid_utf8(text) && !begins_character(text, token.end)) return "ends inside a character";
  return {};
}

inline std::string fault_of_form(const OwnedToken& token) {
  if (token.form.empty()) return "has no form";
  if (!is_valid_utf8(token.form)) return "is no UTF-8";
  // A precise form has a sign or two more than its letters.
  if (letters_in(token.form) > kLongestWord + 2) return "is too long";
  if (folded(token.form) != token.form) return "does not fold to itself: " + folded(token.form);
  if (token.reading != Reading::kPlain || !token.stemmable) return {};
  const std::vector<OwnedToken> again = tokenize(token.form);
  if (again.empty() || again[0].form != token.form) return "is not found by its own form";
  return {};
}

// What an index makes of a token: terms that Xapian takes, none of them empty.
inline std::string fault_of_terms(const OwnedToken& token, std::string_view text) {
  constexpr std::size_t kLongestTerm = 245;
  static Stemmer english("en");
  static Stemmer french("fr");
  if (schema::make_term("XSF", token.form).size() > kLongestTerm) return "makes too long a term";
  if (!token.stemmable) return {};
  if (english.stem(token.form).empty() || french.stem(token.form).empty()) return "has no stem";
  const std::string_view source = text.substr(token.begin, token.end - token.begin);
  if (!is_valid_utf8(french.accented_stem(token.form, source))) return "has a broken stem";
  const std::vector<std::string> others = other_spellings(token.form);
  if (others.size() > kMostSpellings) return "has too many spellings";
  for (const std::string& other : others) {
    if (other.empty() || other == token.form) return "has no other spelling where it says so";
  }
  return {};
}

inline std::string fault_of_order(const OwnedToken& token, const OwnedToken& before) {
  const bool plain = token.reading == Reading::kPlain;
  if (plain == token.further) return "is further or plain, not both";
  if (token.position != before.position + (plain ? 1 : 0)) return "is out of order";
  if (plain && token.begin < before.begin) return "goes back in the text";
  if (token.span < 1 || (plain && token.span != 1)) return "has a wrong span";
  return {};
}

// What is wrong with the first bad token; empty if all is well.
inline std::string fault_of_tokens(std::string_view text) {
  OwnedToken before{};
  std::uint32_t last = 0;
  for (const OwnedToken& token : tokenize(text)) {
    for (const std::string& fault : {fault_of_extent(token, text), fault_of_form(token),
                                     fault_of_order(token, before), fault_of_terms(token, text)}) {
      if (!fault.empty()) return "\"" + token.form + "\" " + fault;
    }
    last = std::max(last, token.position + token.span - 1);
    before = token;
  }
  return last > before.position ? "a whole covers more positions than there are" : "";
}

}  // namespace dateline::text
