#include "indexer/extract/extract.h"

#include "indexer/extract/body.h"
#include "indexer/extract/encoding.h"
#include "indexer/extract/prescan.h"
#include "indexer/extract/tree.h"

namespace dateline::indexer {
namespace {

tl::unexpected<Rejection> rejected(const RawDocument& document, std::string_view code,
                                   std::string reason) {
  return tl::unexpected<Rejection>(Rejection{document.origin.path, document.origin.offset,
                                             std::string(code), std::move(reason)});
}

}  // namespace

ExtractResult extract_article(const RawDocument& document, const ExtractOptions&) {
  const std::string text = page::decode_page(document.bytes);
  const auto tree = page::Tree::parse(page::prescan(text).markup);
  if (!tree) return rejected(document, reject::kBadMarkup, "no markup that could be read");
  Extraction out;
  out.article.url = document.url;
  out.article.origin = document.origin;
  const page::NodeIndex title = tree->find(page::Tag::kTitle, 0, tree->size());
  if (title != page::kNoNode) out.article.headline = tree->content(title);
  const page::Blocks blocks = page::Blocks::read(*tree);
  out.article.body = page::text_of(page::find_body(*tree, blocks, {}), blocks);
  if (!out.article.has_text()) {
    return rejected(document, reject::kNoText, "neither a headline nor a text was found");
  }
  return out;
}

}  // namespace dateline::indexer
