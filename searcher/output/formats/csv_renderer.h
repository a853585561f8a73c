// Hits as a table for spreadsheets (csv.h), a record a hit. The rest of an answer is in the remarks.
// What is no table is one line of JSON.
#pragma once

#include "searcher/output/formats/json_renderer.h"

namespace dateline::output {

class CsvRenderer final : public JsonRenderer {
 public:
  // Several names and the like stand in one field, with "; " between. Snippets are plain text.
  // Where only a count was asked for: total and relation.
  Rendered render(const Shown& shown) const override;
};

}  // namespace dateline::output
