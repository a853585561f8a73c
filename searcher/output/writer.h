// Answers as bytes: one small interface, one file a format. To add a format, write its file, and
// name it in writer.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/program/terminal.h"
#include "searcher/search/answer.h"

namespace dateline::output {

enum class Format { kText, kJson, kJsonl };

// "text", "json", "jsonl".
std::optional<Format> format_from(std::string_view name);

// What a writer may want to know beside the answer.
struct Look {
  program::Style style;     // of the results; for kText alone
  int width = 80;           // columns of the results; for kText alone
  bool count_only = false;  // the total was asked for, and no hits
};

class AnswerWriter {
 public:
  virtual ~AnswerWriter() = default;

  // What a program prints on standard output, or a service sends.
  virtual std::string results(const search::Answer& answer) const = 0;

  // What a program prints on standard error beside it: total, notices. Empty where the results
  // carry all that.
  virtual std::string remarks(const search::Answer& answer) const = 0;
};

std::unique_ptr<AnswerWriter> make_writer(Format format, const Look& look);

}  // namespace dateline::output
