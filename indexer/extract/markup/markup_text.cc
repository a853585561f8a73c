// Values of metadata carry markup, references to characters, or both, and now and then twice over:
//
//   "&lt;b&gt;Q&amp;amp;A&lt;/b&gt;"   →   "<b>Q&amp;A</b>"   →   "Q&A"
//
// So tags are taken away and references decoded, in this order, twice, and tags once more. What
// only begins like a tag or a reference ("a < b", "AT&T") stays. Tested in markup_text_test.cc.
#include "indexer/extract/markup/markup_text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/extract/markup/references.h"

namespace dateline::indexer::page {
namespace {

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

std::string without_invisible(std::string text) {
  for (const std::string_view sign : kInvisible) {
    if (text.find(sign) != std::string::npos) text = replace_all(text, sign, "");
  }
  return text;
}

std::string without_tags(std::string_view text) {
  std::string out(text);
  for (int round = 0; round < 2; ++round) {
    const bool references = out.find('&') != std::string::npos;
    if (out.find('<') != std::string::npos) out = strip_tags(out);
    if (!references) break;
    out = decode_references(out, ReferencePlace::kText);
  }
  if (out.find('<') != std::string::npos) out = strip_tags(out);
  return without_invisible(std::move(out));
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
