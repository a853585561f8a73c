#include "searcher/output/formats/xml.h"

#include <cstddef>

#include "common/base/utf8.h"

namespace dateline::output {
namespace {

// Characters that no XML document may have, however they are written.
bool is_forbidden_in_xml(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar decoded = decode_utf8(text, at);
    at += decoded.length;
    switch (decoded.code_point) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        append_utf8(out, is_forbidden_in_xml(decoded.code_point) ? U' ' : decoded.code_point);
    }
  }
  return out;
}

}  // namespace dateline::output
