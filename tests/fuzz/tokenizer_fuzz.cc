// Any bytes make tokens that keep the promises of tokenizer.h.
#include <cstdio>
#include <cstdlib>

#include "common/base/utf8.h"
#include "common/text/values.h"
#include "tests/common/text/token_properties.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string fault = dateline::text::fault_of_tokens(text);
  if (!fault.empty()) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  const std::string valid = dateline::repair_utf8(text);
  for (const std::string& form :
       {dateline::text::fold_value(valid), dateline::text::fold_word(valid)}) {
    if (!dateline::is_valid_utf8(form)) std::abort();
  }
  return 0;
}
