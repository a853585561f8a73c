#include "common/names/shipped/shipped_aliases.h"

namespace dateline::names {

const Aliases& shipped_aliases() {
  // What is wrong with the text fails the test, tests/common/names/shipped/shipped_aliases_test.cc.
  static const Aliases kTable =
      Aliases::when_asked(shipped_aliases_text, Aliases::Reach::kSomeNames);
  return kTable;
}

}  // namespace dateline::names
