// A record's body apart from the rest of its JSON. The body is nine tenths of a record, and a plain
// string: decoding it here, eight bytes at a time, leaves a general parser little to do.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::schema {

struct SplitRecord {
  std::string rest;  // the JSON with "" in the body's place; not checked otherwise
  std::string body;  // decoded; valid UTF-8
};

// nullopt where `json` has no body that is a string, or anything out of the ordinary: two bodies,
// keys with escapes, halves of surrogate pairs, errors. It must then be parsed as it is.
std::optional<SplitRecord> split_off_body(std::string_view json);

}  // namespace dateline::schema
