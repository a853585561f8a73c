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
  std::string notices = notice_lines(answer.notices);
  if (count_only_) return notices;
  return summary_line(answer) + suggestion_lines(answer.suggestions) + notices;
}

}  // namespace dateline::output
