// Hits as JSON lines, one a hit: for pipes. Everything else of an answer goes to standard error.
#pragma once

#include "searcher/output/writer.h"

namespace dateline::output {

class JsonlWriter final : public AnswerWriter {
 public:
  explicit JsonlWriter(const Look& look) : count_only_(look.count_only) {}

  // Where only a count was asked for: one line, {"total": {…}}.
  std::string results(const search::Answer& answer) const override;
  std::string remarks(const search::Answer& answer) const override;

 private:
  bool count_only_;
};

}  // namespace dateline::output
