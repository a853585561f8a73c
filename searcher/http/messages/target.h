// What a request's target asks for: the segments of its path and its parameters, decoded
// (RFC 3986, and for parameters the form encoding of the WHATWG's URL standard: "+" is a space).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/search/request_options.h"

namespace dateline::http {

struct Target {
  std::vector<std::string> segments;                // of "/a/b%2Fc": "a", "b/c"; of "/": one, empty
  std::vector<search::NamedValue> parameters = {};  // in their order

  // The value of the first parameter of this name; empty where there is none.
  std::string_view parameter(std::string_view name) const;
};

inline constexpr std::size_t kMostParameters = 256;

// `target` in origin form ("/a?b=c") or absolute form ("http://host/a?b=c", whose host is left
// aside). kUsage where it is neither, where an escape is none, for more than kMostParameters, and
// where what is decoded is not UTF-8 or has a zero byte.
Result<Target> read_target(std::string_view target);

// All but letters, digits and "-._~" as %XX.
std::string percent_encoded(std::string_view text);

}  // namespace dateline::http
