// How a message that makes no sense is refused.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"

namespace dateline::cluster {

// "a question to a shard has ", then `what`.
inline Error senseless(std::string_view what) {
  return {ErrorCode::kUsage, std::string("a question to a shard has ").append(what),
          "front and shards must be of the same version"};
}

// Of an answer.
inline Error of_another_version() {
  return {ErrorCode::kVersion, "a shard gives another answer than was asked for",
          "front and shards must be of the same version"};
}

}  // namespace dateline::cluster
