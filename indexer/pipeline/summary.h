// What a run did.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/input/container.h"

namespace dateline::indexer {

struct Summary {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
  std::uint64_t rejected = 0;
  std::uint64_t articles = 0;  // in the index, afterwards
  std::uint64_t bytes = 0;     // of the documents read, decompressed
  double seconds = 0;
  PassedOver passed_over;
  std::string builder;  // why segments were written the slow way; empty where they were not

  std::uint64_t read() const { return added + replaced + unchanged; }
};

}  // namespace dateline::indexer
