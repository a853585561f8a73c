// An atom is what no hyphen, slash or space parts: letters, digits and the signs inside a word or
// number ("O'Neill", "5,000.50", "U.S.", "AT&T"). Compounds, addresses and tags are made of atoms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

// The longest token, in letters; longer runs are cut.
inline constexpr std::uint32_t kLongestWord = 64;

struct Atom {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t letters = 0;
  std::uint32_t digits = 0;
  std::uint32_t apostrophes = 0;
  bool grouped = false;    // digits in groups: "5,000"
  bool dotted = false;     // an acronym with its dots, the last included
  bool ampersand = false;  // "AT&T"
  bool single = false;     // a character that is a word by itself
  bool gershayim = false;  // a Hebrew acronym with a quotation mark for its sign

  bool is_number() const { return letters == 0 && digits > 0 && !single; }
};

// The atom that begins at byte `at`, which holds a letter, a digit or a CharClass::kSingle. Looks
// at a bounded number of bytes beyond the atom's end.
Atom scan_atom(std::string_view text, std::size_t at);

// The end of a possessive's ending at `at`: "'s", "’S"; `at` if there is none.
std::size_t possessive_end(std::string_view text, std::size_t at);

struct WordForms {
  std::string form;  // empty if the atom holds nothing visible
  // More spellings: with what was elided, without "&", the singular of "MPs", "muenchen" for
  // München; mostly none.
  std::vector<std::string> others;
  std::string_view precise;  // an acronym's own reading; mostly empty
  bool has_letters = false;
  bool stemmable = false;  // letters alone; told by the form, however it was written
};

WordForms forms_of(std::string_view text, const Atom& atom);

}  // namespace dateline::text
