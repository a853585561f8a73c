#include "common/names/organisation_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/base/strings.h"

namespace dateline::names {
namespace {

constexpr std::size_t kLongestAcronym = 8;

constexpr std::array<std::string_view, 22> kLegalForms{
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited",
    "llc", "llp",          "plc",  "gmbh",        "ag", "sa",      "spa", "nv",
    "bv",  "ab",           "asa",  "oyj",         "se", "kg"};

bool is_legal_form(std::string_view word) {
  const std::string letters = replace_all(replace_all(word, ".", ""), ",", "");
  return std::any_of(kLegalForms.begin(), kLegalForms.end(), [&](std::string_view form) {
    return equals_ignoring_ascii_case(form, letters);
  });
}

struct Initials {
  std::string all;
  std::string large;  // of words with a capital
};

Initials initials_of(std::string_view name) {
  Initials out;
  bool word_begins = true;
  for (const char c : name) {
    if (is_ascii_alpha(c) && word_begins) {
      out.all += ascii_lower(c);
      if (is_ascii_upper(c)) out.large += ascii_lower(c);
    }
    word_begins = c == ' ' || c == '-';
  }
  return out;
}

}  // namespace

std::string_view strip_legal_form(std::string_view name) {
  name = trim(name);
  for (;;) {
    const std::size_t space = name.rfind(' ');
    if (space == std::string_view::npos || !is_legal_form(name.substr(space + 1))) return name;
    name = trim(name.substr(0, space));
    while (name.ends_with(',') || name.ends_with('&')) name = trim(name.substr(0, name.size() - 1));
  }
}

std::vector<std::string> acronyms_of(std::string_view name) {
  const Initials initials = initials_of(name);
  std::vector<std::string> out;
  for (const std::string& letters : {initials.all, initials.large}) {
    const bool usable = letters.size() >= 2 && letters.size() <= kLongestAcronym;
    if (usable && (out.empty() || out.front() != letters)) out.push_back(letters);
  }
  return out;
}

bool looks_like_acronym(std::string_view form) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const char c : form) {
    if (!is_ascii_alpha(c) && c != '.') return false;
    upper += is_ascii_upper(c) ? 1 : 0;
    lower += is_ascii_lower(c) ? 1 : 0;
  }
  return upper >= 2 && lower < upper && upper + lower <= kLongestAcronym;
}

}  // namespace dateline::names
