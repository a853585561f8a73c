// The assembler puts the file into the program as it is: an array literal of two million numbers
// would take compilers a minute.
#include "indexer/entities/model/shipped_model.h"

#ifndef DATELINE_TAGGER_MODEL
#error "the path of tagger.model is missing"
#endif

// NOLINTNEXTLINE(hicpp-no-assembler): see above
__asm__(
    ".section .rodata\n"
    ".balign 16\n"
    "dateline_tagger_model_begin:\n"
    ".incbin \"" DATELINE_TAGGER_MODEL
    "\"\n"
    "dateline_tagger_model_end:\n"
    ".byte 0\n"
    ".text\n");

extern "C" {
// NOLINTBEGIN(readability-identifier-naming): symbols of the assembler
extern const char dateline_tagger_model_begin[] __attribute__((visibility("hidden")));
extern const char dateline_tagger_model_end[] __attribute__((visibility("hidden")));
// NOLINTEND(readability-identifier-naming)
}

namespace dateline::indexer {

std::string_view shipped_model_bytes() {
  return {dateline_tagger_model_begin,
          static_cast<std::size_t>(dateline_tagger_model_end - dateline_tagger_model_begin)};
}

const Result<TaggerModel>& shipped_model() {
  static const Result<TaggerModel> kModel = TaggerModel::from_bytes(shipped_model_bytes());
  return kModel;
}

}  // namespace dateline::indexer
