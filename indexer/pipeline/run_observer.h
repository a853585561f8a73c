// Who hears of a run while it goes on: a command line shows it, a service logs it, a test counts.
#pragma once

#include <cstdint>
#include <vector>

#include "common/document/article.h"
#include "common/document/usable_values.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

// Called on the thread that runs the run, in the order of the inputs.
class RunObserver {
 public:
  virtual ~RunObserver() = default;

  // An input that gave no article.
  virtual void rejected(const Rejection& rejection) = 0;

  // What was left out of an article that is kept.
  virtual void left_out(const Origin& origin, const std::vector<LeftOut>& values) = 0;

  // Articles and bytes of input so far. Called often, and must cost little.
  virtual void went_on(std::uint64_t articles, std::uint64_t bytes) = 0;
};

}  // namespace dateline::indexer
