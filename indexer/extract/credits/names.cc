// A line is cut at conjunctions and punctuation; each piece is cleaned of what stands before and
// after names, and kept if what is left can be a name.
//
//   "By Senior Editor Ann Lee in Berlin and Bo Day (Reuters) @boday"
//   brackets   note Reuters
//   opening    "Senior Editor Ann Lee in Berlin and Bo Day @boday"
//   joints     "Senior Editor Ann Lee in Berlin", "Bo Day @boday"
//   cleaning   "Ann Lee", "Bo Day"
//
// The words that this goes by are in tables/credits.h. Tested in names_test.cc.
#include "indexer/extract/credits/names.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/extract/credits/agencies.h"
#include "indexer/extract/dates/month_names.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/tables/credits.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kMaxLine = 600;
constexpr std::size_t kMaxPeople = 20;

// Of "Online-Experte" the last part decides.
bool is_title(std::string_view word) {
  const std::size_t dash = word.rfind('-');
  if (dash != std::string_view::npos) word = word.substr(dash + 1);
  return is_one_of(kTitleWords, folded(word));
}

bool is_upper(char32_t c) {
  return u_isUUppercase(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

// Letters of scripts that write no space between a family's and a person's name.
bool is_unspaced(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0E7F) || (c >= 0x1100 && c <= 0x11FF) ||
         (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF);
}

// Letters of a script that has no capitals (Chinese, Arabic, Hindi …).
bool is_caseless(char32_t c) {
  return is_letter(c) && u_isULowercase(static_cast<UChar32>(c)) == 0 && !is_upper(c);
}

bool has_digit_or_sign(std::string_view text) {
  return text.find_first_of("0123456789@#_=<>{}[]?!\"$%+*\\:") != std::string_view::npos;
}

bool capitalised(std::string_view word) {
  const char32_t first = decode_utf8(word, 0).code_point;
  if (is_upper(first)) return true;
  // d'Arcy, l'Estrange, al-Sayed.
  const std::size_t mark = word.find_first_of("'-");
  const std::size_t curly = word.find("\xE2\x80\x99");
  const std::size_t at = mark != std::string_view::npos    ? mark + 1
                         : curly != std::string_view::npos ? curly + 3
                                                           : word.size();
  return at < word.size() && at <= 5 && is_upper(decode_utf8(word, at).code_point);
}

bool is_caseless_name(std::string_view text) {
  const std::size_t length = length_in_characters(text);
  if (length < 2 || length > 30) return false;
  // Where words are parted by spaces one word is no full name.
  if (!is_unspaced(decode_utf8(text, 0).code_point) && text.find(' ') == std::string_view::npos) {
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar decoded = decode_utf8(text, at);
    const bool mark = u_getIntPropertyValue(static_cast<UChar32>(decoded.code_point),
                                            UCHAR_GENERAL_CATEGORY_MASK) != 0 &&
                      (U_GET_GC_MASK(static_cast<UChar32>(decoded.code_point)) & U_GC_M_MASK) != 0;
    if (decoded.code_point != ' ' && decoded.code_point != 0xB7 && !mark &&
        !is_caseless(decoded.code_point)) {
      return false;
    }
    at += decoded.length;
  }
  return true;
}

std::string strip_opening(std::string_view line) {
  bool again = true;
  while (again) {
    again = false;
    for (const CreditOpening& opening : kCreditOpenings) {
      if (!starts_with_ignoring_ascii_case(line, opening.words)) continue;
      line = trim(line.substr(opening.words.size()));
      again = true;
    }
  }
  return std::string(line);
}

// "by", conjunctions and signs as commas, at which the line is then cut.
std::string with_commas(std::string_view line) {
  std::string out(line);
  for (const std::string_view joint : kNameJoints) {
    std::size_t at = find_ignoring_ascii_case(out, joint);
    while (at != std::string::npos) {
      out.replace(at, joint.size(), ", ");
      at = find_ignoring_ascii_case(out, joint, at + 2);
    }
  }
  return out;
}

// "Ann Lee December 22, 2023" and "Ann Lee @annlee" without what follows the name.
std::string_view without_tail(std::string_view piece) {
  std::string_view kept;
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t end = std::min(piece.find(' ', at), piece.size());
    const std::string_view word = piece.substr(at, end - at);
    if (word.find_first_of("0123456789@#") != std::string_view::npos) break;
    kept = piece.substr(0, end);
    at = end + 1;
  }
  if (kept.size() == piece.size()) return piece;
  kept = trim(kept);
  const std::size_t last = kept.rfind(' ');
  if (last != std::string_view::npos && month_named(kept.substr(last + 1)) != 0) {
    kept = kept.substr(0, last);
  }
  return trim(kept);
}

// "Senior Editor Ann Lee" and "Ann Lee Staff Writer" without the titles.
std::string_view without_titles(std::string_view piece) {
  for (;;) {
    const std::size_t first = piece.find(' ');
    if (first == std::string_view::npos) return piece;
    const std::size_t last = piece.rfind(' ');
    if (is_title(piece.substr(0, first))) {
      piece = trim(piece.substr(first));
    } else if (is_title(piece.substr(last + 1))) {
      piece = trim(piece.substr(0, last));
    } else {
      return piece;
    }
  }
}

// What is in brackets goes, but an agency there is noted.
std::string without_brackets(std::string_view line, Credits& credits) {
  std::string out;
  std::size_t depth = 0;
  std::string inside;
  for (const char c : line) {
    if (c == '(' || c == '[') {
      ++depth;
      inside.clear();
    } else if ((c == ')' || c == ']') && depth > 0) {
      --depth;
      if (std::string agency = agency_named(inside); !agency.empty()) {
        merge(credits, {{}, {agency}});
      }
    } else if (depth == 0) {
      out += c;
    } else {
      inside += c;
    }
  }
  return out;
}

// "Ann Lee in Berlin" and "Ann Lee Washington correspondent": cut after the name.
std::string_view without_place(std::string_view piece) {
  for (const std::string_view mark : kNameEnds) {
    const std::size_t at = piece.find(mark);
    if (at != std::string_view::npos && at > 3) piece = piece.substr(0, at);
  }
  return trim(piece);
}

// A longer name all in capitals is set so for its looks: each word keeps its first one.
std::string without_shouting(std::string_view name) {
  const bool shouts = name.size() > 6 && std::none_of(name.begin(), name.end(), is_ascii_lower) &&
                      std::all_of(name.begin(), name.end(),
                                  [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!shouts) return std::string(name);
  std::string out(name);
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (is_ascii_alpha(out[i - 1])) out[i] = ascii_lower(out[i]);
  }
  return out;
}

std::string_view without_edges(std::string_view piece) {
  static constexpr std::string_view kEdges = " .,:;*\t-'\"";
  while (!piece.empty() && kEdges.find(piece.front()) != std::string_view::npos) {
    piece.remove_prefix(1);
  }
  // A full stop may belong to the name: "Lexi G."
  while (!piece.empty() && piece.back() != '.' &&
         kEdges.find(piece.back()) != std::string_view::npos) {
    piece.remove_suffix(1);
  }
  return piece;
}

void add_person(std::vector<std::string>& people, std::string name) {
  const std::string fold = folded(name);
  const bool known = std::any_of(people.begin(), people.end(),
                                 [&](const std::string& other) { return folded(other) == fold; });
  if (!known && people.size() < kMaxPeople) people.push_back(std::move(name));
}

void read_piece(std::string_view raw, Credits& credits) {
  const std::string stripped = strip_opening(without_edges(raw));
  const std::string_view piece =
      without_titles(without_edges(without_tail(without_place(stripped))));
  if (piece.empty()) return;
  if (std::string agency = agency_named(piece); !agency.empty()) {
    if (!is_one_of(credits.agencies, agency)) credits.agencies.push_back(std::move(agency));
    return;
  }
  if (is_personal_name(piece)) add_person(credits.people, without_shouting(piece));
}

}  // namespace

bool opens_credit(std::string_view line) {
  return std::any_of(kCreditOpenings.begin(), kCreditOpenings.end(), [&](const auto& opening) {
    return opening.tells_line && starts_with_ignoring_ascii_case(line, opening.words);
  });
}

bool is_personal_name(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() > kLongest || text.size() < 4 || has_digit_or_sign(text)) return false;
  if (is_caseless_name(text)) return !holds_one_of(kCaselessRoles, text);
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    ++words;
    if (is_one_of(kRoleWords, folded(word))) return false;
    // "Project lead. Since": two sentences. Initials and "Jr." are shorter.
    if (word.size() > 4 && word.back() == '.') return false;
    if (capitalised(word)) {
      ++capitals;
    } else if (!is_one_of(kNameParticles, to_ascii_lower(word))) {
      return false;
    }
  }
  return words >= 2 && words <= 6 && capitals >= 2;
}

Credits read_credits(std::string_view line) {
  Credits credits;
  if (line.size() > kMaxLine) return credits;
  const std::string clean = plain_text(line);
  const std::string text = with_commas(strip_opening(without_brackets(clean, credits)));
  for (const std::string_view piece : split(text, ',')) read_piece(piece, credits);
  return credits;
}

void merge(Credits& into, const Credits& more) {
  for (const std::string& name : more.people) add_person(into.people, name);
  for (const std::string& name : more.agencies) {
    if (!is_one_of(into.agencies, name)) into.agencies.push_back(name);
  }
}

}  // namespace dateline::indexer::page
