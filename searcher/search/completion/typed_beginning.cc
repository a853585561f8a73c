#include "searcher/search/completion/typed_beginning.h"

#include "common/base/strings.h"
#include "common/text/tokenizer.h"
#include "common/text/values.h"

namespace dateline::search {

bool tolerates_errors(const TypedBeginning& typed) {
  constexpr std::size_t kFewestLetters = 3;
  return typed.last.size() >= kFewestLetters;
}

TypedBeginning read_beginning(std::string_view typed) {
  TypedBeginning out;
  const bool ended = typed.empty() || is_ascii_space(typed.back());
  std::size_t last_begin = 0;
  for (text::OwnedToken& token : text::tokenize(typed)) {
    if (token.further) continue;
    out.whole.push_back(std::move(token.form));
    last_begin = token.begin;
  }
  out.value = text::fold_value(typed);
  if (ended) {
    if (!out.value.empty()) out.value += ' ';
    out.before = typed;
  } else if (!out.whole.empty()) {
    out.last = std::move(out.whole.back());
    out.whole.pop_back();
    out.before = typed.substr(0, last_begin);
  }
  return out;
}

}  // namespace dateline::search
