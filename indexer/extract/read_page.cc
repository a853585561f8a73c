#include "indexer/extract/read_page.h"

#include <string>
#include <utility>

#include "indexer/extract/markup/encoding.h"
#include "indexer/extract/markup/prescan.h"

namespace dateline::indexer::page {
namespace {

// Each tag costs a parser; no article has so many.
constexpr std::size_t kMaxTags = 4'000'000;

tl::unexpected<Rejection> rejected(const RawDocument& document, std::string_view code,
                                   std::string reason) {
  return tl::unexpected(reject_document(document, code, std::move(reason)));
}

tl::unexpected<Rejection> rejected(const RawDocument& document, TreeError error) {
  switch (error) {
    case TreeError::kTooDeep:
      return rejected(document, reject::kTooDeep, "elements are nested more than 512 deep");
    case TreeError::kTooManyNodes:
      return rejected(document, reject::kTooLarge, "the page has more than 2,000,000 elements");
    case TreeError::kUnusable:
      break;
  }
  return rejected(document, reject::kBadMarkup, "there is no markup that could be read");
}

}  // namespace

tl::expected<Page, Rejection> read_page(const RawDocument& document) {
  Page page;
  page.html = decode_page(document.bytes, document.charset);
  Prescan scanned = prescan(page.html);
  if (scanned.tags > kMaxTags) {
    return rejected(document, reject::kTooLarge,
                    "the page has more than 4,000,000 tags or stray signs");
  }
  auto tree = Tree::parse(scanned.markup, std::move(scanned.attributes));
  if (!tree) return rejected(document, tree.error());
  page.url = document.url;
  page.scripts = scanned.scripts;
  page.tree = std::move(*tree);
  page.meta = Meta::read(page.tree);
  page.linked = read_json_ld(scanned.json_ld, page.url);
  page.blocks = Blocks::read(page.tree);
  page.cells = find_data_tables(page.tree, page.blocks);
  FurnitureMarker marker(page.tree, page.blocks);
  page.furniture = find_furniture(marker);
  page.hints = std::move(marker).take_hints();
  return page;
}

}  // namespace dateline::indexer::page
