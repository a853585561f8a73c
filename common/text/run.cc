// A run is what blanks part; its atoms (atom.h) are joined by the signs between them, tightest
// first:
//
//   post-9/11     post@1 9@2 11@3, and 9/11 over both of its parts
//   non-binding   non@1 binding@2, and nonbinding over both
//   #MeToo        metoo@1, and #metoo as a precise form there
//
// Every part gets a position, and wholes stand at the first of theirs. Tested by the tables of
// tests/common/text/sign_tokens_test.cc and word_tokens_test.cc.
#include "common/text/run.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "common/text/acronyms.h"
#include "common/text/apostrophes.h"
#include "common/text/characters.h"
#include "common/text/fold.h"
#include "common/text/spellings/sign_plurals.h"

namespace dateline::text {
namespace {

// A compound of more parts is taken in several.
constexpr std::size_t kMostParts = 8;

constexpr auto kSchemes = std::to_array<std::string_view>({"http://", "https://", "ftp://"});

// Behind an address's scheme, which is no word to anybody; `at` if none stands there.
std::size_t scheme_end(std::string_view text, std::size_t at) {
  for (const std::string_view scheme : kSchemes) {
    if (starts_with_ignoring_ascii_case(text.substr(at), scheme)) return at + scheme.size();
  }
  return at;
}

std::size_t span_end(std::string_view text, std::size_t at, std::size_t limit,
                     std::string_view signs) {
  limit = std::min(limit, text.size());
  while (at < limit && (is_ascii_alnum(text[at]) || signs.find(text[at]) != signs.npos)) ++at;
  return at;
}

// The end of an e-mail address at `at`, or `at`. Only as long as a token may be.
std::size_t address_end(std::string_view text, std::size_t at) {
  const std::size_t limit = at + kLongestWord;
  const std::size_t local = span_end(text, at, limit, "._+-");
  if (local == at || local >= text.size() || text[local] != '@') return at;
  std::size_t end = span_end(text, local + 1, limit, ".-");
  while (end > local + 1 && !is_ascii_alnum(text[end - 1])) --end;
  const std::string_view host = text.substr(local + 1, end - local - 1);
  const std::size_t dot = host.find('.');
  if (dot == std::string_view::npos || dot == 0 || !is_ascii_alpha(host.back())) return at;
  // An address that the limit cut is none.
  return end < text.size() && is_ascii_alnum(text[end]) ? at : end;
}

// The end of a tag's name at `at`: letters, digits, underscores. `at` if it has no letter.
std::size_t tag_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  bool has_letter = false;
  for (std::uint32_t count = 1; count < kLongestWord; ++count) {
    const Char c = char_at(text, end);
    const bool letter = c.kind == CharClass::kLetter || c.kind == CharClass::kSingle;
    const bool other = c.kind == CharClass::kDigit || c.kind == CharClass::kMark || c.code == '_';
    if (!letter && !other) break;
    has_letter = has_letter || letter;
    end += c.length;
  }
  return has_letter ? end : at;
}

// "C++", "C#": the end of the signs behind a word that ends at `end`; `end` if there are none.
std::size_t language_sign_end(std::string_view text, std::size_t begin, std::size_t end) {
  const bool plus = text.substr(end, 2) == "++";
  const bool sharp = text.substr(end, 1) == "#" && end - begin == 1;
  if (!plus && !sharp) return end;
  const std::size_t behind = end + (plus ? 2 : 1);
  const Char next = char_at(text, behind);
  return next.in_word() || next.code == '+' || next.code == '#' ? end : behind;
}

std::size_t count_letters(std::string_view form) {
  const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::ranges::count_if(form, is_lead));
}

}  // namespace

void RunAnalyser::start(std::string_view text) {
  text_ = text;
  position_ = 0;
}

std::size_t RunAnalyser::analyse(std::size_t at) {
  const Char first = char_at(text_, at);
  if (first.code == '#' || first.code == '@') return analyse_tag(at);
  if (!first.in_word() && first.kind != CharClass::kSingle) return at + first.length;
  if (first.length > 1) return analyse_word(at);
  if (const std::size_t end = address_end(text_, at); end != at) return analyse_address({at, end});
  const std::size_t end = scheme_end(text_, at);
  return end == at ? analyse_word(at) : end;
}

std::size_t RunAnalyser::analyse_word(std::size_t at) {
  const char sign = gather_parts(at);
  if (parts_.empty()) return end_;
  std::vector<Whole> wholes = wholes_of_parts(sign);
  if (parts_.size() == 1) {
    const std::size_t end = language_sign_end(text_, at, end_);
    const std::string signs(text_.substr(end_, end - end_));
    if (!signs.empty()) wholes.push_back({parts_[0].forms.form + signs, Reading::kPrecise, false});
    end_ = end;
  }
  push_parts(wholes, {at, end_});
  return end_;
}

std::size_t RunAnalyser::analyse_address(Extent extent) {
  gather_parts_in(extent);
  const std::string_view source = text_.substr(extent.begin, extent.end - extent.begin);
  push_parts({{to_ascii_lower(source), Reading::kPrecise, false}}, extent);
  return extent.end;
}

std::size_t RunAnalyser::analyse_tag(std::size_t at) {
  const std::size_t begin = at + 1;
  // "a#b" and "&#39;" hold no tags.
  if (at > 0 && (is_ascii_alnum(text_[at - 1]) || text_[at - 1] == '&')) return begin;
  const std::size_t end = tag_end(text_, begin);
  if (end == begin) return begin;
  gather_parts_in({begin, end});
  const std::string form = text_[at] + folded(text_.substr(begin, end - begin));
  push_parts({{form, Reading::kPrecise, false}}, {at, end});
  return possessive_end(text_, end);
}

RunAnalyser::Link RunAnalyser::link_behind(const Atom& atom) const {
  if (atom.single) return {};
  const std::size_t bound = behind_and(text_, atom.end);
  if (bound != 0) return {'-', bound};
  if (is_and(atom)) return {'-', atom.end + char_at(text_, atom.end).length};
  const Char sign = char_at(text_, atom.end);
  const bool slash = sign.code == '/' && atom.is_number();
  if (sign.kind != CharClass::kHyphen && !slash) return {};
  const std::size_t at = atom.end + sign.length;
  const Char next = char_at(text_, at);
  if (slash) return next.kind == CharClass::kDigit ? Link{'/', at} : Link{};
  return next.in_word() ? Link{'-', at} : Link{};
}

// The "n" of "rock'n'roll".
bool RunAnalyser::is_and(const Atom& atom) const {
  if (atom.end != atom.begin + 1 || parts_.empty()) return false;
  const std::size_t behind = parts_.back().end;
  return behind < atom.begin && behind_and(text_, behind) == atom.begin;
}

// Fills parts_ with the atoms from `at` on that one kind of sign binds; returns that sign.
char RunAnalyser::gather_parts(std::size_t at) {
  parts_.clear();
  const Atom first = scan_atom(text_, at);
  add_part(first);
  Link link = link_behind(first);
  const char sign = link.sign;
  for (std::size_t n = 1; n < kMostParts && sign != 0 && link.sign == sign; ++n) {
    const Atom next = scan_atom(text_, link.next);
    link = link_behind(next);
    // "post-9/11": what the slash binds stays together.
    if (sign == '-' && link.sign == '/') break;
    add_part(next);
  }
  return sign;
}

void RunAnalyser::gather_parts_in(Extent extent) {
  parts_.clear();
  const std::string_view text = text_.substr(0, extent.end);
  for (std::size_t at = extent.begin; at < extent.end;) {
    const Char c = char_at(text, at);
    if (!c.in_word() && c.kind != CharClass::kSingle) {
      at += c.length;
      continue;
    }
    const Atom atom = scan_atom(text, at);
    add_part(atom);
    at = atom.end;
  }
}

void RunAnalyser::add_part(const Atom& atom) {
  end_ = atom.end;
  WordForms forms = forms_of(text_, atom);
  // "1990's" is a decade, but "9/11's" and "COVID-19's" are the day's and the illness's.
  const bool number = atom.digits > 0 && atom.letters == 1 && atom.apostrophes == 1;
  if (number && !parts_.empty() && forms.form.ends_with('s')) {
    forms.form.pop_back();
    forms.has_letters = false;
  }
  add_singular_of_model(forms);
  if (!forms.form.empty()) parts_.push_back({atom.begin, atom.end, std::move(forms)});
}

// "F-35s", "Su-30s": of the last part of a model.
void RunAnalyser::add_singular_of_model(WordForms& forms) const {
  if (parts_.empty() || !forms.others.empty()) return;
  const std::size_t length = singular_length_in_model(parts_.back().forms.form, forms.form);
  if (length > 0) forms.others.push_back(forms.form.substr(0, length));
}

// How many letters make the last part a plural: of "F-35s" one.
std::size_t RunAnalyser::plural_letters() const {
  const WordForms& last = parts_.back().forms;
  const bool plural = last.others.size() == 1 && last.form.size() == last.others[0].size() + 1 &&
                      last.form.starts_with(last.others[0]);
  return plural ? 1 : 0;
}

std::vector<RunAnalyser::Whole> RunAnalyser::wholes_of_parts(char sign) const {
  if (parts_.size() < 2) return {};
  std::string solid;
  std::string joined;
  bool has_letters = false;
  bool stemmable = true;
  for (const Part& part : parts_) {
    if (!joined.empty()) joined += sign;
    joined += part.forms.form;
    solid += part.forms.form;
    stemmable = stemmable && part.forms.stemmable;
    has_letters = has_letters || part.forms.has_letters;
  }
  if (count_letters(joined) > kLongestWord) return {};
  if (sign == '/') return {{joined, Reading::kPrecise, false}};
  std::vector<Whole> wholes;
  // Digits alone would make one number of a date or a score: 2019-20 is not 201920.
  if (has_letters) wholes.push_back({solid, Reading::kSolid, stemmable});
  wholes.push_back({joined, Reading::kHyphenated, false});
  const std::size_t plural = plural_letters();
  if (plural == 0) return wholes;
  if (has_letters) {
    wholes.push_back({solid.substr(0, solid.size() - plural), Reading::kSolid, stemmable});
  }
  wholes.push_back({joined.substr(0, joined.size() - plural), Reading::kHyphenated, false});
  return wholes;
}

// Each part at a position of its own, the wholes behind the first.
void RunAnalyser::push_parts(const std::vector<Whole>& wholes, Extent extent) {
  for (const Part& part : parts_) {
    const Extent own{part.begin, part.end};
    next_position();
    push(part.forms.form, own, 1, Reading::kPlain, part.forms.stemmable);
    if (&part == &parts_.front()) {
      for (const Whole& whole : wholes) {
        push(whole.form, extent, parts_.size(), whole.reading, whole.stemmable);
      }
    }
    if (!part.forms.precise.empty()) {
      push(part.forms.precise, own, 1, Reading::kPrecise, false);
      const auto small = acronym_in_small_letters(part.forms.form, part.forms.precise);
      if (!small.empty()) push(small, own, 1, Reading::kSolid, true);
    }
    for (const std::string& other : part.forms.others) {
      if (!other.empty()) push(other, own, 1, Reading::kSolid, part.forms.stemmable);
    }
  }
}

void RunAnalyser::push(std::string_view form, Extent extent, std::size_t span, Reading reading,
                       bool stemmable) {
  OwnedToken& token = queue_.push();
  token.form = form;
  token.position = position_;
  token.begin = static_cast<std::uint32_t>(extent.begin);
  token.end = static_cast<std::uint32_t>(extent.end);
  token.span = static_cast<std::uint32_t>(span);
  token.reading = reading;
  token.further = reading != Reading::kPlain;
  token.stemmable = stemmable;
}

}  // namespace dateline::text
