// Tokens and key files: no bytes make a right token without the key, and no file ends the program.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searcher/http/access/token.h"
#include "searcher/http/config/toml_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::http;  // NOLINT(google-build-using-namespace)
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const TokenKeys kKeys = *read_token_keys("0123456789abcdef0123456789abcdef", "key");
  constexpr std::chrono::sys_seconds kNow{std::chrono::seconds(1000)};
  if (read_token(text, kKeys, {}, kNow)) std::abort();
  static_cast<void>(read_token_keys(text, "keys"));
  static_cast<void>(settings_of_toml(text, "serve.toml"));
  return 0;
}
