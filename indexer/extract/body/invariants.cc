// Tested in invariants_test.cc, and with whole pages in body_test.cc.
#include "indexer/extract/body/invariants.h"

#include <cstdint>

namespace dateline::indexer::page {
namespace {

std::uint64_t prose_of(const Page& page, const std::vector<std::size_t>& blocks) {
  std::uint64_t prose = 0;
  for (const std::size_t b : blocks) prose += page.blocks[b].prose ? page.blocks[b].size : 0;
  return prose;
}

// Not furniture as the page's names have it.
std::vector<std::size_t> free_prose(const Page& page) {
  std::vector<std::size_t> found;
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    const Block& block = page.blocks[b];
    if (block.prose && page.furniture[block.first] == Hint::kNone) found.push_back(b);
  }
  return found;
}

}  // namespace

std::string_view broken_rule(const Page& page, const Body& body) {
  constexpr std::uint64_t kShare = 100;
  const std::uint64_t prose = prose_of(page, free_prose(page));
  if (prose == 0) return {};
  if (body.blocks.empty()) return "no text";
  return prose_of(page, body.blocks) * kShare < prose ? "little text" : std::string_view();
}

Body last_resort(const Page& page) {
  constexpr std::uint64_t kSomeParagraphs = 500;
  Body body;
  body.method = "all prose of the page";
  body.blocks = free_prose(page);
  if (prose_of(page, body.blocks) < kSomeParagraphs) body.blocks.clear();
  return body;
}

}  // namespace dateline::indexer::page
