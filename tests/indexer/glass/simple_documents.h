// Documents that follow from their numbers, in any amount, built in bulk.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/glass/database_builder.h"

namespace dateline::testing {

// Document n has the terms "all", "mod" + n % 97 and "own" + n, and its number in slot 0.
inline void build_simple(const std::string& path, glass::DocId count,
                         const std::function<std::string(glass::DocId)>& data,
                         const glass::BuilderOptions& options = {}) {
  std::filesystem::create_directory(path);
  auto builder = glass::DatabaseBuilder::create(path, options);
  ASSERT_TRUE(builder) << builder.error().to_string();
  const std::vector<std::uint32_t> positions{1, 4, 9};
  for (glass::DocId number = 1; number <= count; ++number) {
    const std::string mod = "mod" + std::to_string(number % 97);
    const std::string own = "own" + std::to_string(number);
    const glass::PostingView postings[] = {{"all", 1, {}}, {mod, 3, positions}, {own, 0, {}}};
    const std::string value = std::to_string(number);
    const std::pair<std::uint32_t, std::string_view> values[] = {{0, value}};
    auto encoded =
        builder->prepare(number % options.lanes, number, {postings, values, data(number)});
    ASSERT_TRUE(encoded) << encoded.error().to_string();
    builder->take(*encoded);
  }
  const auto finished = builder->finish({{"key", "value"}});
  ASSERT_TRUE(finished) << finished.error().to_string();
}

}  // namespace dateline::testing
