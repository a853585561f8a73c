// What stands after `url:`, taken apart as the index takes addresses apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

struct Address {
  std::vector<std::string> values;    // whole addresses without scheme: "//thehill.com/policy"
  std::vector<std::string> patterns;  // the same with *
  std::string host_pattern;           // "*.gov"
  std::string host;                   // without "www."
  std::string words;                  // of host or path, as plain text
  bool host_or_words = false;         // `text` may be a host, or words; else it has both
};

Address read_address(std::string_view text);

}  // namespace dateline::query
