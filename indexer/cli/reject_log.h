// Inputs that gave no article: each named on standard error, and in the file of --rejects.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

#include "common/base/result.h"
#include "common/program/terminal.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer::cli {

// One line for people: "dateline-index: feed.jsonl, byte 51: not valid JSON [bad-json]". Paths come
// from strangers, and are made visible().
std::string describe(const Rejection& rejection, const program::Style& style);

// Not thread-safe.
class RejectLog {
 public:
  // `path` is emptied, or made; an empty one means that nobody asked for the file.
  static Result<RejectLog> open(const std::string& path, const program::Style& style);

  void add(const Rejection& rejection);

  std::uint64_t count() const { return count_; }

  // kIo or kNoSpace if not everything could be written to the file.
  Status close();

 private:
  std::string path_;
  std::ofstream file_;
  program::Style style_;
  std::uint64_t count_ = 0;
};

}  // namespace dateline::indexer::cli
