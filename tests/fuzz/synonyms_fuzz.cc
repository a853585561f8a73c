// Any bytes are groups of words, or an error that says in which line; and each member of a group
// that was read is found, with the others of its group and not itself.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/rewrite/synonyms.h"

namespace {

using dateline::query::Synonyms;

void require(bool holds) {
  if (!holds) std::abort();
}

// The members of the first group that `word` is in have `word` among theirs.
void look_up(const Synonyms& synonyms, const std::string& word) {
  std::vector<std::string> others = synonyms.of(word, "");
  std::sort(others.begin(), others.end());
  require(std::adjacent_find(others.begin(), others.end()) == others.end());
  for (const std::string& other : others) require(!synonyms.of(other, "").empty());
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto synonyms = Synonyms::parse(text, "synonyms.txt");
  if (!synonyms) {
    const std::string& message = synonyms.error().message;
    require(message.rfind("synonyms.txt", 0) == 0 && message.size() > 13);
    return 0;
  }
  synonyms->stem_in("en");
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of(",\n", start), text.size());
    look_up(*synonyms, std::string(text.substr(start, end - start)));
    start = end + 1;
  }
  return 0;
}
