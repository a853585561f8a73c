#include "searcher/output/formats/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/base/utf8.h"

namespace dateline::output {
namespace {

// The full-width signs are formulas too, to a spreadsheet of an East Asian locale.
constexpr std::array<std::string_view, 11> kFormulaSigns{"=",  "+",  "-",  "@",  "\t", "\r",
                                                         "\n", "＝", "＋", "－", "＠"};

bool looks_like_a_formula(std::string_view text) {
  return std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(),
                     [&](std::string_view sign) { return text.starts_with(sign); });
}

std::string without_controls(std::string_view value) {
  std::string text = repair_utf8(value);
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; }, ' ');
  return text;
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    if (c == '\n') out += '\r';
    out += c;
  }
  return out + '"';
}

}  // namespace

void CsvRecord::separate() {
  if (has_fields_) fields_ += ',';
  has_fields_ = true;
}

CsvRecord& CsvRecord::text(std::string_view value) {
  separate();
  std::string text = looks_like_a_formula(value) ? "'" : "";
  text += without_controls(value);
  fields_ += text.find_first_of(",\"\n") == std::string::npos ? text : in_quotes(text);
  return *this;
}

CsvRecord& CsvRecord::number(std::uint64_t value) {
  separate();
  fields_ += std::to_string(value);
  return *this;
}

CsvRecord& CsvRecord::number(double value) {
  separate();
  fields_ += fmt::format("{}", value);
  return *this;
}

CsvRecord& CsvRecord::nothing() {
  separate();
  return *this;
}

}  // namespace dateline::output
