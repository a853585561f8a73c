#include "indexer/extract/extract.h"

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
  for (page::NodeIndex i = 0; i < tree->size(); ++i) {
    if ((*tree)[i].tag != page::Tag::kP) continue;
    const std::string paragraph = tree->content(i);
    if (paragraph.empty()) continue;
    if (!out.article.body.empty()) out.article.body += "\n\n";
    out.article.body += paragraph;
  }
  if (!out.article.has_text()) {
    return rejected(document, reject::kNoText, "neither a headline nor a text was found");
  }
  return out;
}

}  // namespace dateline::indexer
