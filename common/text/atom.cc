// A scan from the left that looks one character past a sign: a sign belongs to the atom where it
// binds what stands on either side.
//
//   O'Neill        →   oneill           1,000,000.00   →   1000000.00
//   AT&T           →   at&t, and att    1.000.000      →   1000000
//   Smith&Wesson   →   smith, wesson    U.S.           →   us
//
// Tested by the tables of tests/common/text/edge_tokens_test.cc and sign_tokens_test.cc.
#include "common/text/atom.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/text/acronyms.h"
#include "common/text/apostrophes.h"
#include "common/text/characters.h"
#include "common/text/fold.h"
#include "common/text/spellings/gershayim.h"
#include "common/text/spellings/sign_plurals.h"
#include "common/text/spellings/umlauts.h"

namespace dateline::text {
namespace {

// Invisible characters do not count as letters, so bytes have a bound of their own.
constexpr std::size_t kLongestAtomBytes = 512;

// Letters on either side of an ampersand: AT&T, R&D, S&P; not Smith&Wesson.
constexpr std::size_t kAmpersandLetters = 3;

constexpr char32_t kMiddleDot = 0x00B7;

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

bool is_alnum_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_alnum(text[at]);
}

// Exactly three digits stand at `at`.
bool is_group_at(std::string_view text, std::size_t at) {
  return is_digit_at(text, at) && is_digit_at(text, at + 1) && is_digit_at(text, at + 2) &&
         !is_digit_at(text, at + 3);
}

// Degrees whose dots part more than single letters.
constexpr auto kDegrees = std::to_array<std::string_view>(
    {"b.ed", "b.sc", "d.phil", "ed.d", "ll.b", "ll.d", "ll.m", "m.ed", "m.phil", "m.sc", "ph.d"});

// The end of a degree at `at`, its last dot included; `at` if there is none.
std::size_t degree_end(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 8);
  for (const std::string_view degree : kDegrees) {
    if (!starts_with_ignoring_ascii_case(rest, degree)) continue;
    const std::size_t end = at + degree.size();
    if (char_at(text, end).in_word()) continue;
    return end < text.size() && text[end] == '.' ? end + 1 : end;
  }
  return at;
}

// The end of single letters parted by dots ("U.S.", "U.S.A"), at least two of them; `at` if there
// is none. A longer word behind the last dot is left to itself ("J.K.Rowling" → J.K. + Rowling).
std::size_t initials_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::uint32_t letters = 0;
  while (letters < kLongestWord) {
    const Char letter = char_at(text, end);
    if (letter.kind != CharClass::kLetter) break;
    const Char next = char_at(text, end + letter.length);
    if (next.code != '.') {
      const bool longer = next.in_word() || next.kind == CharClass::kMark;
      if (!longer) {
        ++letters;
        end += letter.length;
      }
      break;
    }
    ++letters;
    end += letter.length + next.length;
  }
  return letters >= 2 ? end : at;
}

// A word that stands before `at` has not ended there.
bool goes_on(std::string_view text, std::size_t at) {
  const Char c = char_at(text, at);
  const bool apostrophe = c.kind == CharClass::kApostrophe;
  return c.in_word() || c.kind == CharClass::kMark || c.kind == CharClass::kIgnorable ||
         (apostrophe && char_at(text, at + c.length).in_word());
}

// A dotted acronym at `at`; one that ends where it begins if there is none.
Atom scan_dotted(std::string_view text, std::size_t at) {
  std::size_t end = degree_end(text, at);
  if (end == at) end = spaced_acronym_end(text, at);
  if (end == at) end = initials_end(text, at);
  Atom atom;
  atom.begin = at;
  atom.end = end == at ? at : possessive_end(text, end);
  atom.dotted = end != at;
  atom.letters = atom.dotted ? 1 : 0;
  return atom;
}

bool may_be_dotted(std::string_view text, std::size_t at) {
  // The first dot stands behind one letter (of up to four bytes) or, in degrees, two.
  return text.substr(at, 5).find('.') != std::string_view::npos;
}

// The vowel am of Thai and Lao, which NFKC takes apart: one character or two.
bool is_am(char32_t first, char32_t second) {
  return (first == 0x0E4D && second == 0x0E32) || (first == 0x0ECD && second == 0x0EB2);
}

// One word of a script without spaces, with the marks written on it.
Atom scan_single(std::string_view text, std::size_t at) {
  Atom atom;
  atom.begin = at;
  atom.single = true;
  const Char first = char_at(text, at);
  std::size_t next = at + first.length;
  const Char second = char_at(text, next);
  if (is_am(first.code, second.code)) next += second.length;
  atom.end = next;
  while (next - at < kLongestAtomBytes) {
    const Char c = char_at(text, next);
    if (c.kind != CharClass::kMark && c.kind != CharClass::kIgnorable) break;
    next += c.length;
    if (c.kind == CharClass::kMark) atom.end = next;
  }
  return atom;
}

class AtomScanner {
 public:
  AtomScanner(std::string_view text, std::size_t begin) : text_(text), at_(begin) {
    atom_.begin = begin;
    atom_.end = begin;
    group_begin_ = begin;
  }

  Atom scan() {
    while (count_ < kLongestWord && at_ - atom_.begin < kLongestAtomBytes && step()) {
    }
    return atom_;
  }

 private:
  bool step() {
    const Char c = char_at(text_, at_);
    switch (c.kind) {
      case CharClass::kLetter:
        ++atom_.letters;
        return take(c);
      case CharClass::kDigit:
        ++atom_.digits;
        return take(c);
      case CharClass::kMark:
        return take(c);
      case CharClass::kIgnorable:
        at_ += c.length;
        return true;
      default:
        return step_sign(c);
    }
  }

  bool take(const Char& c) {
    ++count_;
    at_ += c.length;
    atom_.end = at_;
    return true;
  }

  // A sign belongs to the atom where it binds what stands on either side.
  bool step_sign(const Char& c) {
    if (const std::size_t length = gershayim_at(c); length > 0) {
      atom_.gershayim = true;
      at_ += length;
      return true;
    }
    const std::size_t next = at_ + c.length;
    const bool after_digit = atom_.end == at_ && is_ascii_digit(text_[at_ - 1]);
    if (c.kind == CharClass::kApostrophe) {
      if (after_digit && is_digit_at(text_, next)) return step_group(next);
      if (atom_.end != at_ || !char_at(text_, next).in_word()) return false;
      if (atom_.digits == 0 && is_year_behind(text_, atom_.begin, at_, next)) return false;
      if (behind_and(text_, at_) != 0 || is_and()) return false;
      ++atom_.apostrophes;
    } else if (c.code == ',' || c.kind == CharClass::kGroupSpace) {
      return after_digit && step_group(next);
    } else if (c.code == '&') {
      if (!binds_ampersand(next)) return false;
      atom_.ampersand = true;
    } else if (c.code == kMiddleDot) {
      if (!is_between_ls(next)) return false;
    } else if (c.code != '.' || !after_digit || !is_digit_at(text_, next)) {
      return false;
    }
    at_ = next;
    return true;
  }

  // This atom is the "n" of "rock'n'roll".
  bool is_and() const {
    if (at_ != atom_.begin + 1) return false;
    for (const std::size_t length : {std::size_t{1}, std::size_t{3}}) {
      if (atom_.begin <= length || behind_and(text_, atom_.begin - length) == 0) continue;
      const char before = text_[atom_.begin - length - 1];
      return is_ascii_alnum(before) || static_cast<unsigned char>(before) >= 0x80;
    }
    return false;
  }

  // Behind a letter that is not ASCII, as Hebrew ones are not.
  std::size_t gershayim_at(const Char& c) const {
    const bool sign = c.code == '"' || c.code > 0x7F || c.kind == CharClass::kApostrophe;
    const bool wide = at_ > 0 && static_cast<unsigned char>(text_[at_ - 1]) >= 0x80;
    return sign && wide && atom_.end == at_ ? gershayim_length(text_, at_) : 0;
  }

  // "5,000": one to three digits before the first separator, three after each.
  bool step_group(std::size_t next) {
    const std::size_t size = at_ - group_begin_;
    const bool is_lead = !atom_.grouped && atom_.letters == 0 && size == atom_.digits && size <= 3;
    if (!(is_lead || (atom_.grouped && size == 3)) || !is_group_at(text_, next)) return false;
    atom_.grouped = true;
    at_ = next;
    group_begin_ = next;
    return true;
  }

  bool is_between_ls(std::size_t next) const {
    return atom_.end == at_ && ascii_lower(text_[at_ - 1]) == 'l' && next < text_.size() &&
           ascii_lower(text_[next]) == 'l';
  }

  bool binds_ampersand(std::size_t next) const {
    const std::string_view before = text_.substr(atom_.begin, at_ - atom_.begin);
    const bool plain = std::ranges::all_of(before, [](char c) { return is_ascii_alpha(c); });
    if (!plain || before.size() > kAmpersandLetters) return false;
    std::size_t end = next;
    while (end - next <= kAmpersandLetters && is_alnum_at(text_, end)) ++end;
    const bool fits = end > next && end - next <= kAmpersandLetters;
    return fits && !goes_on(text_, possessive_end(text_, end));
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t group_begin_ = 0;
  std::uint32_t count_ = 0;
  Atom atom_;
};

std::string without(std::string_view text, std::string_view signs) {
  std::string out;
  for (const char c : text) {
    if (signs.find(c) == std::string_view::npos) out += c;
  }
  return out;
}

// "1.000.000" is a million in most of Europe: two groups or more, all of three digits.
bool has_dot_groups(std::string_view number) {
  std::size_t groups = 0;
  const std::size_t lead = number.find('.');
  if (lead == std::string_view::npos || lead == 0 || lead > 3) return false;
  for (std::size_t at = lead; at < number.size(); at += 4) {
    if (number[at] != '.' || !is_group_at(number, at + 1)) return false;
    ++groups;
  }
  return groups >= 2;
}

std::string plain_number(std::string_view folded) {
  const std::string number = without(folded, ",'");
  return has_dot_groups(number) ? without(number, ".") : number;
}

bool is_capital_at(std::string_view text, std::size_t at) {
  return u_isUUppercase(static_cast<UChar32>(char_at(text, at).code)) != 0;
}

Capitals capitals_of(std::string_view source) {
  Capitals capitals;
  std::size_t at = 0;
  while (at < source.size() && char_at(source, at).kind != CharClass::kApostrophe) {
    at += char_at(source, at).length;
  }
  const std::size_t behind = at + char_at(source, at).length;
  capitals.first = is_capital_at(source, 0);
  capitals.behind = is_capital_at(source, behind);
  capitals.name = capitals.first && capitals.behind &&
                  !is_capital_at(source, behind + char_at(source, behind).length);
  return capitals;
}

bool is_capitals(std::string_view source, std::size_t count) {
  return source.size() >= count &&
         std::ranges::all_of(source.substr(0, count), [](char c) { return is_ascii_upper(c); });
}

// No more than the longest word; NFKC writes some characters out as several.
void cut(std::string& form) {
  if (form.size() <= kLongestWord) return;
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < kLongestWord && at < form.size(); ++i) {
    at += decode_utf8(form, at).length;
  }
  form.resize(at);
}

// "MPs", "M.P.s", "737s": what the plural is of.
void add_singular(std::string_view source, const Atom& atom, WordForms& forms) {
  const std::string plain = atom.dotted ? without(source, ".") : std::string(source);
  const std::size_t length = singular_length(plain);
  if (length > 0 && forms.form.size() == plain.size()) {
    forms.others.push_back(forms.form.substr(0, length));
  }
}

void add_spelled_umlauts(std::string_view source, WordForms& forms) {
  const std::string spelled = with_umlauts_spelled(source);
  if (spelled.empty()) return;
  const std::string form = folded(spelled);
  forms.others.push_back(without(host_of(form, capitals_of(source)).word, "'"));
}

}  // namespace

std::size_t possessive_end(std::string_view text, std::size_t at) {
  const Char mark = char_at(text, at);
  if (mark.kind != CharClass::kApostrophe) return at;
  const std::size_t s = at + mark.length;
  if (s >= text.size() || ascii_lower(text[s]) != 's') return at;
  return char_at(text, s + 1).in_word() ? at : s + 1;
}

Atom scan_atom(std::string_view text, std::size_t at) {
  if (char_at(text, at).kind == CharClass::kSingle) return scan_single(text, at);
  if (may_be_dotted(text, at)) {
    const Atom dotted = scan_dotted(text, at);
    if (dotted.dotted) return dotted;
  }
  return AtomScanner(text, at).scan();
}

WordForms forms_of(std::string_view text, const Atom& atom) {
  const std::string_view source = text.substr(atom.begin, atom.end - atom.begin);
  WordForms forms;
  append_folded(forms.form, atom.gershayim ? with_gershayim(source) : source);
  if (atom.dotted) forms.form = without(host_of(forms.form, {}).word, ".");
  if (atom.is_number() || atom.grouped) forms.form = plain_number(forms.form);
  if (forms.form.find('\'') != std::string::npos) {
    const Host host = host_of(forms.form, capitals_of(source));
    if (host.word.size() != host.whole.size()) forms.others.push_back(without(host.whole, "'"));
    forms.form = without(host.word, "'");
  }
  if (atom.ampersand && forms.form.size() > 3) forms.others.push_back(without(forms.form, "&"));
  add_singular(source, atom, forms);
  add_spelled_umlauts(source, forms);
  cut(forms.form);
  for (std::string& other : forms.others) cut(other);
  const bool as_acronym = atom.dotted || is_capitals(source, forms.form.size());
  forms.precise = acronym_reading(forms.form, as_acronym);
  forms.has_letters = atom.letters > 0;
  forms.stemmable = atom.digits == 0 && !atom.single;
  return forms;
}

}  // namespace dateline::text
