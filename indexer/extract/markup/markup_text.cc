// Values of metadata carry markup, references to characters, or both, and now and then twice over:
//
//   "&lt;b&gt;Q&amp;amp;A&lt;/b&gt;"   →   "<b>Q&amp;A</b>"   →   "Q&A"
//
// So tags are taken away and references decoded, in this order, twice, and tags once more. What
// only begins like a tag or a reference ("a < b", "AT&T") stays. Tested in markup_text_test.cc.
#include "indexer/extract/markup/markup_text.h"

#include <libxml/HTMLparser.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::indexer::page {
namespace {

// Browsers read the numbers 128 to 159 as windows-1252.
constexpr std::array<char32_t, 32> kLatinControls{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// Of "#8217" or "#x2019"; 0 where it is none.
char32_t numeric_reference(std::string_view name) {
  name.remove_prefix(1);
  const bool hex = !name.empty() && (name[0] == 'x' || name[0] == 'X');
  if (hex) name.remove_prefix(1);
  std::uint32_t value = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
  if (read.ec != std::errc() || read.ptr != name.data() + name.size()) return 0;
  if (value >= 128 && value < 160) return kLatinControls[value - 128];
  return value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? 0 : char32_t{value};
}

char32_t reference(std::string_view name) {
  if (name.empty()) return 0;
  if (name[0] == '#') return numeric_reference(name);
  if (name == "apos") return U'\'';
  const std::string terminated(name);
  const htmlEntityDesc* known =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
  return known == nullptr ? 0 : char32_t{known->value};
}

std::string decode_references(std::string_view text) {
  constexpr std::size_t kLongestName = 10;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out.append(text, at, mark - at);
    at = mark;
    if (at == text.size()) break;
    const std::size_t end = text.substr(0, std::min(text.size(), at + kLongestName)).find(';', at);
    const char32_t value =
        end == std::string_view::npos ? 0 : reference(text.substr(at + 1, end - at - 1));
    if (value == 0) {
      out += text[at++];
    } else {
      append_utf8(out, value);
      at = end + 1;
    }
  }
  return out;
}

bool parts_paragraphs(std::string_view tag) {
  if (!tag.empty() && tag[0] == '/') tag.remove_prefix(1);
  static constexpr std::array<std::string_view, 8> kParting{"p",  "br", "div", "li",
                                                            "h2", "h3", "h4",  "blockquote"};
  const std::size_t end = std::min(tag.find_first_of(" />\t\n"), tag.size());
  const std::string name = to_ascii_lower(tag.substr(0, end));
  return std::find(kParting.begin(), kParting.end(), name) != kParting.end();
}

// `text` without tags; those that part paragraphs leave "\n\n".
std::string strip_tags(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t close = 0;  // the next one; looked for again only once it is passed
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('<', at), text.size());
    out.append(text, at, open - at);
    at = open;
    if (at == text.size()) break;
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (close <= at) close = text.find('>', at);
    if ((!is_ascii_alpha(next) && next != '/' && next != '!') || close == std::string_view::npos) {
      out += text[at++];
      // No ">" here means none further on either: copy the rest at once, not tag by tag.
      if (close == std::string_view::npos) return out.append(text, at);
      continue;
    }
    out += parts_paragraphs(text.substr(at + 1, close - at - 1)) ? "\n\n" : "";
    at = close + 1;
  }
  return out;
}

std::string without_tags(std::string_view text) {
  std::string out(text);
  for (int round = 0; round < 2; ++round) {
    const bool references = out.find('&') != std::string::npos;
    if (out.find('<') != std::string::npos) out = strip_tags(out);
    if (!references) break;
    out = decode_references(out);
  }
  if (out.find('<') != std::string::npos) out = strip_tags(out);
  return replace_all(out, "\xC2\xAD", "");
}

}  // namespace

std::string plain_text(std::string_view text) { return collapse_whitespace(without_tags(text)); }

std::string plain_paragraphs(std::string_view text) {
  const std::string stripped = replace_all(without_tags(text), "\r", "");
  std::string out;
  for (const std::string_view line : split(stripped, '\n')) {
    const std::string clean = collapse_whitespace(line);
    if (clean.empty()) continue;
    if (!out.empty()) out += "\n\n";
    out += clean;
  }
  return out;
}

namespace {

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

// Most text is ASCII, in which there is nothing to normalise: this costs a tenth of what ICU costs.
std::string folded_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_ascii_alnum(c)) out += ascii_lower(c);
  }
  return out;
}

}  // namespace

std::string folded(std::string_view text) {
  if (is_ascii(text)) return folded_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normaliser = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return to_ascii_lower(text);
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  normaliser->normalizeUTF8(0,
                            icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                            sink, nullptr, status);
  std::string out;
  for (std::size_t at = 0; at < normal.size();) {
    const DecodedChar decoded = decode_utf8(normal, at);
    if (u_isalnum(static_cast<UChar32>(decoded.code_point)) != 0) {
      out.append(normal, at, decoded.length);
    }
    at += decoded.length;
  }
  return out;
}

std::size_t length_in_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace dateline::indexer::page
