#include "common/names/shipped/shipped_aliases.h"

namespace dateline::names {

const Aliases& shipped_aliases() {
  // What is wrong with the text fails the test, tests/common/names/shipped/shipped_aliases_test.cc; a
  // program that has it all the same goes on without such names.
  static const Aliases kTable =
      Aliases::parse(shipped_aliases_text(), "share/aliases.toml", Aliases::Reach::kSomeNames)
          .value_or(Aliases());
  return kTable;
}

}  // namespace dateline::names
