#include "indexer/write/index/document_cost.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace dateline::indexer {
namespace {

constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20;

template <typename Piece>
std::string filled(Piece piece) {
  std::string out;
  for (unsigned i = 0; out.size() < kMegabyte; ++i) out += piece(i);
  return out;
}

// Bytes of memory for each byte of the document.
std::uint64_t rate(const std::string& document) {
  return memory_for_document(document, 0) / document.size();
}

TEST(DocumentCost, SmallDocumentsAreNotLookedInto) {
  const std::string small = "a few words";
  EXPECT_EQ(memory_for_document(small, kMegabyte), small.size() * kMostMemoryForByte);
  EXPECT_LT(memory_for_document(small, 0), small.size() * kMostMemoryForByte + 1);
}

TEST(DocumentCost, ProseCostsLittleAndDifferentWordsMuch) {
  EXPECT_LT(rate(filled([](unsigned i) { return fmt::format("word{} ", i * i % 5003); })), 25U);
  EXPECT_GT(rate(filled([](unsigned i) { return fmt::format("w{} ", i); })), 80U);
  EXPECT_GT(rate(filled([](unsigned i) { return fmt::format("w{}-v{} ", i, i); })), 200U);
  EXPECT_GT(rate(filled([](unsigned i) { return fmt::format("w{}\u2010v{} ", i, i); })), 150U);
}

TEST(DocumentCost, EachThingThatTakesMemoryIsCounted) {
  EXPECT_GE(rate(filled([](unsigned) { return "a\n"; })), 60U);
  EXPECT_GE(rate(filled([](unsigned) { return "a\\n"; })), 45U);
  EXPECT_GE(rate(filled([](unsigned) { return "{},"; })), 60U);
  EXPECT_GE(rate(filled([](unsigned) { return "<p>a"; })), 30U);
  EXPECT_GE(rate(filled([](unsigned i) { return fmt::format("{:0>400} ", i); })), 30U);
  EXPECT_GE(rate(filled([](unsigned) { return "東京"; })), 20U);
}

TEST(DocumentCost, NothingCostsMoreThanTheWorst) {
  EXPECT_LE(rate(filled([](unsigned i) { return fmt::format("{}-", i % 1000); })),
            kMostMemoryForByte);
  EXPECT_EQ(memory_for_document("", 0), 0U);
}

}  // namespace
}  // namespace dateline::indexer
