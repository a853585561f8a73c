// An open index, as the C library hands it out.
#pragma once

#include <mutex>
#include <utility>

#include "searcher/include/dateline/dateline.h"
#include "searcher/search/searcher.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name is the header's
struct dateline_searcher {
  explicit dateline_searcher(dateline::search::Searcher opened) : searcher(std::move(opened)) {}

  std::mutex mutex;  // calls take turns
  dateline::search::Searcher searcher;
};
