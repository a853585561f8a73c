// Pages declare a wrong charset about as often as they are not UTF-8 at all, so evidence in the
// bytes goes before declarations:
//
//   EF BB BF …                           a byte order mark decides
//   3C 00 70 00                          every other byte zero: UTF-16
//   well-formed UTF-8                    is UTF-8, for text in another charset practically never is
//   <meta charset=koi8-r>                what is declared, in the meaning that it has on the web
//   no declaration, or a wrong "utf-8"   a detector; stray bytes in UTF-8 are windows-1252
//
// Tested in encoding_test.cc.
#include "indexer/extract/markup/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::indexer::page {
namespace {

// Browsers look for a declaration in the first 1,024 bytes; pages with a licence comment on top put
// theirs later.
constexpr std::size_t kDeclarationWindow = std::size_t{16} << 10;
constexpr std::size_t kDetectorSample = std::size_t{64} << 10;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

using Meaning = std::pair<std::string_view, std::string_view>;

constexpr auto kLabels = std::to_array<Meaning>({
#include "indexer/extract/tables/encoding_labels.inc"
});

// The encodings of the standard that ICU has under another name, or a smaller one under that name.
constexpr auto kConverters = std::to_array<Meaning>({
    {"gbk", "gb18030"},
    {"big5", "Big5-HKSCS"},
    {"euc-kr", "windows-949"},
    {"shift_jis", "windows-31j"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"x-user-defined", "windows-1252"},
});

std::string_view look_up(std::span<const Meaning> meanings, std::string_view from) {
  for (const auto& [label, to] : meanings) {
    if (from == label) return to;
  }
  return from;
}

// What ICU calls the encoding that a label means on the web (WHATWG Encoding Standard, 4.2).
std::string_view web_meaning(std::string_view label) {
  return look_up(kConverters, look_up(kLabels, label));
}

// `bytes` read as `charset`; nullopt where ICU does not know it.
std::optional<std::string> convert(std::string_view bytes, std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> from(
      ucnv_open(std::string(web_meaning(charset)).c_str(), &status));
  const std::unique_ptr<UConverter, CloseConverter> to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  std::array<char, 16384> piece{};
  std::array<UChar, 8192> pivot{};
  UChar* pivot_read = pivot.data();
  UChar* pivot_write = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  do {
    char* target = piece.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source, source_end,
                   pivot.data(), &pivot_read, &pivot_write, pivot.data() + pivot.size(), 0, 1,
                   &status);
    out.append(piece.data(), target);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return U_FAILURE(status) ? std::nullopt : std::optional(std::move(out));
}

std::optional<std::string> from_byte_order_mark(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return repair_utf8(bytes.substr(3));
  if (bytes.substr(0, 2) == "\xFF\xFE") return convert(bytes.substr(2), "UTF-16LE");
  if (bytes.substr(0, 2) == "\xFE\xFF") return convert(bytes.substr(2), "UTF-16BE");
  return std::nullopt;
}

// UTF-16 without a mark: markup is mostly ASCII, so every other byte is zero.
std::optional<std::string> from_bare_utf16(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  if (bytes[0] == '<' && bytes[1] == '\0' && bytes[3] == '\0') return convert(bytes, "UTF-16LE");
  if (bytes[0] == '\0' && bytes[1] == '<' && bytes[2] == '\0') return convert(bytes, "UTF-16BE");
  return std::nullopt;
}

struct Utf8Census {
  std::size_t characters = 0;  // well-formed, outside ASCII
  std::size_t malformed = 0;   // bytes that begin no character
};

Utf8Census take_census(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const DecodedChar decoded = decode_utf8(bytes, at);
    ++(decoded.code_point == kReplacementCharacter ? census.malformed : census.characters);
    at += decoded.length;
  }
  return census;
}

// Well-formed sequences as they are, each other byte as windows-1252 has it.
std::string repair_as_latin(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size();) {
    const DecodedChar decoded = decode_utf8(bytes, at);
    if (decoded.code_point == kReplacementCharacter && decoded.length == 1) {
      out += convert(bytes.substr(at, 1), "windows-1252").value_or(" ");
    } else {
      out.append(bytes, at, decoded.length);
    }
    at += decoded.length;
  }
  return repair_utf8(out);
}

std::string detected_charset(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return "windows-1252";
  const std::string_view sample = bytes.substr(0, kDetectorSample);
  ucsdet_enableInputFilter(detector.get(), 1);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  const char* name = ucsdet_getName(match, &status);
  const std::int32_t confidence = ucsdet_getConfidence(match, &status);
  // Below this the detector guesses between single-byte charsets at random.
  constexpr std::int32_t kTrusted = 30;
  if (U_FAILURE(status) || confidence < kTrusted) return "windows-1252";
  const std::string found = to_ascii_lower(name);
  return found.rfind("utf", 0) == 0 ? "windows-1252" : found;
}

// A declaration that can be read byte by byte is not in UTF-16: such a page is UTF-8 (HTML, 13.2.3).
bool means_utf8(std::string_view declared) {
  const std::string_view meant = look_up(kLabels, declared);
  return meant == "utf-8" || meant == "utf-16le" || meant == "utf-16be" || meant == "utf-16";
}

std::string decode_not_utf8(std::string_view bytes, std::string_view server_charset) {
  if (!server_charset.empty() && look_up(kLabels, server_charset) != "utf-8") {
    if (auto text = convert(bytes, std::string(server_charset))) return *text;
  }
  const std::string declared = declared_charset(bytes);
  const bool claims_utf8 = declared.empty() || means_utf8(declared);
  const Utf8Census census = take_census(bytes);
  if (claims_utf8 && census.characters > census.malformed) return repair_as_latin(bytes);
  if (!claims_utf8) {
    if (auto text = convert(bytes, declared)) return *text;
  }
  return convert(bytes, detected_charset(bytes)).value_or(repair_utf8(bytes));
}

std::string without_nuls(std::string text) {
  if (text.find('\0') != std::string::npos) {
    text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
  }
  return text;
}

// ISO-2022-JP is the one charset in use whose text is plain ASCII to look at.
bool is_iso_2022_jp(std::string_view bytes) {
  return bytes.find("\x1B$") != std::string_view::npos && declared_charset(bytes) == "iso-2022-jp";
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclarationWindow);
  for (std::string_view key : {"charset=", "encoding="}) {
    for (std::size_t at = find_ignoring_ascii_case(head, key); at != std::string_view::npos;
         at = find_ignoring_ascii_case(head, key, at + 1)) {
      // A script's charset attribute says nothing of the page.
      const std::size_t open = head.rfind('<', at);
      const std::string_view tag = open == std::string_view::npos ? "" : head.substr(open);
      if (!starts_with_ignoring_ascii_case(tag, "<meta") &&
          !starts_with_ignoring_ascii_case(tag, "<?xml")) {
        continue;
      }
      std::string_view value = trim(head.substr(at + key.size()));
      if (!value.empty() && (value[0] == '"' || value[0] == '\'')) value.remove_prefix(1);
      const std::size_t end = value.find_first_of("\"' \t\r\n;/>?");
      return to_ascii_lower(value.substr(0, end));
    }
  }
  return {};
}

std::string decode_page(std::string bytes, std::string_view server_charset) {
  if (auto marked = from_byte_order_mark(bytes)) return without_nuls(std::move(*marked));
  if (auto wide = from_bare_utf16(bytes)) return without_nuls(std::move(*wide));
  if (is_valid_utf8(bytes)) {
    if (is_iso_2022_jp(bytes)) return without_nuls(convert(bytes, "iso-2022-jp").value_or(bytes));
    return without_nuls(std::move(bytes));
  }
  return without_nuls(decode_not_utf8(bytes, server_charset));
}

}  // namespace dateline::indexer::page
