// An index that is open to be written, as the C library hands it out.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include "indexer/pipeline/article_taker.h"
#include "searcher/include/dateline/dateline.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name is the header's
struct dateline_index {
  explicit dateline_index(std::unique_ptr<dateline::indexer::ArticleTaker> opened)
      : taker(std::move(opened)) {}

  std::mutex mutex;  // calls take turns
  std::unique_ptr<dateline::indexer::ArticleTaker> taker;
  bool failed = false;  // nothing more may be taken
};
