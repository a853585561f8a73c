// Any two names compare: the same both ways and a score in bounds; a name is the same as itself.
// The bytes are two names with a tab or newline between.
#include <cstdlib>
#include <optional>
#include <string_view>

#include "common/base/utf8.h"
#include "common/names/comparison.h"
#include "common/names/sound_key.h"
#include "common/names/spelling.h"

namespace {

namespace names = dateline::names;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(std::string_view a, std::string_view b, std::optional<names::NameKind> kind) {
  const names::Verdict there = names::compare_names(a, b, kind);
  const names::Verdict back = names::compare_names(b, a, kind);
  require(there.same == back.same && there.score == back.score);
  require(there.score >= 0 && there.score <= 1 && there.same == (there.score >= 0.5));
}

void check_words(std::string_view a, std::string_view b) {
  const names::Spelling x = names::spell(a);
  const names::Spelling y = names::spell(b);
  require(names::same_spelling(x, y) == names::same_spelling(y, x));
  require(names::keys_are_near(x.key, y.key) == names::keys_are_near(y.key, x.key));
  if (!x.letters.empty()) require(names::same_spelling(x, x));
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string text =
      dateline::repair_utf8(std::string_view(reinterpret_cast<const char*>(data), size));
  const std::size_t cut = text.find_first_of("\t\n");
  const std::string_view a = std::string_view(text).substr(0, cut);
  const std::string_view b =
      cut == std::string::npos ? std::string_view() : std::string_view(text).substr(cut + 1);
  for (const auto kind :
       {names::NameKind::kPerson, names::NameKind::kOrganisation, names::NameKind::kPlace}) {
    check(a, b, kind);
  }
  check(a, b, std::nullopt);
  check_words(a, b);
  return 0;
}
