// Marks and texts with marks in them, for the tests of snippets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/marks.h"
#include "searcher/search/snippet/word_marker.h"

namespace dateline::testing {

using query::Mark;

inline Mark form(const std::string& word) {
  return {Mark::Kind::kForms, nullptr, {word}, {}, 1, true};
}
inline Mark stem(const std::string& word) {
  return {Mark::Kind::kStems, nullptr, {word}, {}, 1, true};
}

inline query::Sequence sequence(const std::vector<std::string>& words) {
  query::Sequence out;
  for (const std::string& word : words) out.push_back({word});
  return out;
}

inline Mark phrase(const std::vector<std::string>& words) {
  return {Mark::Kind::kNear, nullptr, {}, {{sequence(words)}}, 1, true};
}

inline Mark near(const std::vector<std::string>& words, std::uint32_t distance,
                 bool ordered = false) {
  Mark mark{Mark::Kind::kNear, nullptr, {}, {}, distance, ordered};
  for (const std::string& word : words) mark.operands.push_back({sequence({word})});
  return mark;
}

inline Mark in_field(Mark mark, schema::FieldId field) {
  mark.field = &schema::field(field);
  return mark;
}

// The text with "[" and "]" around each span.
inline std::string bracketed(std::string_view text, const std::vector<search::MarkedSpan>& spans) {
  std::string out;
  std::size_t at = 0;
  for (const search::MarkedSpan& span : search::apart(spans)) {
    out.append(text.substr(at, span.begin - at)).append("[");
    out.append(text.substr(span.begin, span.end - span.begin)).append("]");
    at = span.end;
  }
  return out.append(text.substr(at));
}

}  // namespace dateline::testing
