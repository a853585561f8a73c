// Entities printed the way the tests' tables write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/utf8.h"
#include "indexer/entities/rules/rule_tagger.h"
#include "indexer/entities/tagger.h"

namespace dateline::indexer {

inline std::string_view mark_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return "person";
    case EntityType::kOrganisation:
      return "org";
    case EntityType::kPlace:
      return "place";
  }
  return "";
}

// "person Mark Esper, place Iraq", in the text's order.
inline std::string names_in(std::string_view text, const Tagger& tagger = rule_tagger()) {
  std::string out;
  for (const EntitySpan& span : tagger.tag(text)) {
    if (!out.empty()) out += ", ";
    out += mark_of(span.type);
    out += ' ';
    out += text.substr(span.begin, span.end - span.begin);
  }
  return out;
}

// What tagger.h promises of any text's spans; empty, or the promise that is broken. In text that is
// no UTF-8 there are no characters to cut.
inline std::string fault_of_spans(std::string_view text, const std::vector<EntitySpan>& spans) {
  const bool valid = is_valid_utf8(text);
  const auto inside_character = [&](std::size_t at) {
    return valid && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  std::size_t last = 0;
  for (const EntitySpan& span : spans) {
    if (span.begin >= span.end) return "an empty span";
    if (span.begin < last) return "spans overlap or are out of order";
    if (span.end > text.size()) return "a span ends behind the text";
    if (inside_character(span.begin) || inside_character(span.end)) return "a cut character";
    const std::string_view form = text.substr(span.begin, span.end - span.begin);
    if (form.find('\n') != std::string_view::npos) return "a span across lines";
    last = span.end;
  }
  return {};
}

}  // namespace dateline::indexer
