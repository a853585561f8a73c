#include "common/schema/fields.h"

#include <algorithm>

#include "common/base/fingerprint.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::schema {

const Field& field(FieldId id) { return kFields[static_cast<std::size_t>(id)]; }

const Field* field_named(std::string_view query_name) {
  if (query_name.empty()) return nullptr;
  for (const Field& row : kFields) {
    for (const std::string_view name : row.query_names) {
      if (equals_ignoring_ascii_case(name, query_name)) return &row;
    }
  }
  return nullptr;
}

std::string make_term(std::string_view prefix, std::string_view text) {
  std::string term;
  term.reserve(prefix.size() + text.size());
  term.append(prefix).append(text);
  const auto zeros = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.size() + zeros <= kMaxTermBytes) return term;
  const std::string mark = "~" + fingerprint(text);
  // Halved where zero bytes count twice: such text is no word, only its identity matters.
  const std::size_t room = (kMaxTermBytes - mark.size()) / (zeros > 0 ? 2 : 1);
  return std::string(truncate_utf8(term, room)) + mark;
}

std::string make_stem_term(std::string_view word_prefix, std::string_view stem) {
  std::string prefix(kStemPrefix);
  prefix += word_prefix;
  return make_term(prefix, stem);
}

}  // namespace dateline::schema
