#include "searcher/query/language/plain_text.h"

#include <fmt/format.h>

#include "common/base/utf8.h"
#include "common/text/spellings/gershayim.h"

namespace dateline::query {
namespace {

// What marks a Hebrew acronym, however it was typed: no quotation mark.
constexpr std::string_view kGershayim = "\u05F4";

bool is_double_quote(char32_t c) {
  return (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xFF02 || c == 0x2033;
}

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D; }

// Spaces, and the invisible marks that text carries when it is pasted from a page.
bool is_blank(char32_t c) {
  return c < 0x20 || c == 0x7F || c == 0xA0 || c == 0x85 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

// What `c` is read as; empty: as itself.
std::string_view plain_form(char32_t c) {
  if (is_blank(c)) return " ";
  if (c < 0x80) return {};
  if (is_double_quote(c)) return "\"";
  if (is_dash(c)) return "-";
  if (c == 0x2026) return "...";
  if (c == 0xFF08) return "(";
  if (c == 0xFF09) return ")";
  return {};
}

bool is_ill_formed(std::string_view typed, std::size_t at, const DecodedChar& decoded) {
  return decoded.code_point == kReplacementCharacter && typed.substr(at, 3) != "\xEF\xBF\xBD";
}

}  // namespace

Parsed<PlainText> plain_text(std::string_view typed) {
  if (typed.size() > kMaxQueryBytes) {
    return wrong(kMaxQueryBytes,
                 fmt::format("the query is {} bytes long; at most {} are read", typed.size(),
                             kMaxQueryBytes),
                 "ask for less at a time");
  }
  PlainText out;
  for (std::size_t at = 0; at < typed.size();) {
    const DecodedChar decoded = decode_utf8(typed, at);
    if (is_ill_formed(typed, at, decoded)) {
      return wrong(at, "this is no UTF-8 text", "type the character again, or set a UTF-8 locale");
    }
    if (const std::size_t sign = text::gershayim_length(typed, at); sign > 0) {
      out.text += kGershayim;
      out.origin.resize(out.text.size(), static_cast<std::uint32_t>(at));
      at += sign;
      continue;
    }
    const std::string_view plain = plain_form(decoded.code_point);
    out.text += plain.empty() ? typed.substr(at, decoded.length) : plain;
    out.origin.resize(out.text.size(), static_cast<std::uint32_t>(at));
    at += decoded.length;
  }
  out.origin.push_back(static_cast<std::uint32_t>(typed.size()));
  return out;
}

}  // namespace dateline::query
