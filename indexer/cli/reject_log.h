// Inputs that gave no article: each named on standard error, and in the file of --rejects.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/document/article.h"
#include "common/document/usable_values.h"
#include "common/program/terminal.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer::cli {

// The code of all values that are left out: stable, for scripts.
inline constexpr std::string_view kLeftOutCode = "bad-value";

// One line for people: "dateline-index: feed.jsonl, byte 51: not valid JSON [bad-json]". Paths come
// from strangers, and are made visible().
std::string describe(const Rejection& rejection, const program::Style& style);
// "dateline-index: warning: feed.jsonl, byte 51: published is left out: 9999-12-31 is over a year
// ahead [bad-value]".
std::string describe(const Origin& origin, const LeftOut& left_out);

// Not thread-safe.
class RejectLog {
 public:
  // `path` is emptied, or made; an empty one means that nobody asked for the file.
  static Result<RejectLog> open(const std::string& path, const program::Style& style);

  void add(const Rejection& rejection);

  // What was left out of an article that is kept: on standard error alone, and of a run the first
  // hundred values, since a whole feed may have the same fault; close() tells how many more.
  void warn(const Origin& origin, const std::vector<LeftOut>& left_out);

  std::uint64_t count() const { return count_; }

  // kIo or kNoSpace if not everything could be written to the file.
  Status close();

 private:
  std::string path_;
  std::ofstream file_;
  program::Style style_;
  std::uint64_t count_ = 0;
  std::uint64_t warnings_ = 0;
};

}  // namespace dateline::indexer::cli
