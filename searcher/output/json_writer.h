// An answer as one JSON object: what scripts and services read.
#pragma once

#include "searcher/output/writer.h"

namespace dateline::output {

class JsonWriter final : public AnswerWriter {
 public:
  // One line, ended by a line feed. All keys of the answer are there; in a hit, those that its
  // article has.
  std::string results(const search::Answer& answer) const override;

  // Empty: the object has it all.
  std::string remarks(const search::Answer& answer) const override;
};

}  // namespace dateline::output
