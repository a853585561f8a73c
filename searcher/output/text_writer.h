// An answer for people.
#pragma once

#include "searcher/output/writer.h"

namespace dateline::output {

class TextWriter final : public AnswerWriter {
 public:
  explicit TextWriter(const Look& look) : look_(look) {}

  // A paragraph a hit: rank and headline; source, day, section; snippet; URL (or id). Where only a
  // count was asked for, the number alone.
  std::string results(const search::Answer& answer) const override;
  std::string remarks(const search::Answer& answer) const override;

 private:
  std::string paragraph(const search::Hit& hit) const;

  Look look_;
};

}  // namespace dateline::output
