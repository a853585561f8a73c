#include "searcher/output/jsonl_writer.h"

#include "searcher/output/hit_json.h"
#include "searcher/output/text_layout.h"

namespace dateline::output {

std::string JsonlWriter::results(const search::Answer& answer) const {
  std::string out;
  if (count_only_) {
    Json total;
    total["total"] = json_of(answer.total);
    out += line_of(total);
  }
  for (const search::Hit& hit : answer.hits) out += line_of(json_of(hit));
  return out;
}

std::string JsonlWriter::remarks(const search::Answer& answer) const {
  return (count_only_ ? std::string() : summary_line(answer)) + notice_lines(answer.notices);
}

}  // namespace dateline::output
