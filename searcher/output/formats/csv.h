// Tables as RFC 4180 has them: a heading, then a line a record, each ended by CR LF; a field with a
// comma, a quotation mark or a line break stands in quotation marks. Text is UTF-8.
//
// Spreadsheets run a field that begins with =, +, - or @ as a formula, and articles are strangers'
// text. The RFC leaves open what fields say, so a text that begins so, or with a tab or a line
// break, gets an apostrophe in front, which spreadsheets take for "this is text". Numbers are ours
// and stay as they are. Whoever wants texts to the letter reads JSON lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::output {

// One record, field by field.
class CsvRecord {
 public:
  // Ill-formed UTF-8 becomes U+FFFD; control characters, which the RFC has no place for, become
  // spaces, but for line feeds.
  CsvRecord& text(std::string_view value);
  CsvRecord& number(std::uint64_t value);
  CsvRecord& number(double value);
  CsvRecord& nothing();

  // The record with its line end.
  std::string line() const { return fields_ + "\r\n"; }

 private:
  void separate();

  std::string fields_;
  bool has_fields_ = false;
};

}  // namespace dateline::output
