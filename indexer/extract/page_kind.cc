#include "indexer/extract/page_kind.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "common/document/url.h"

namespace dateline::indexer::page {
namespace {

// Headlines of pages that stand in an article's place.
bool is_error_headline(std::string_view headline) {
  static constexpr auto kErrors = std::to_array<std::string_view>(
      {"404", "403", "page not found", "not found", "access denied", "forbidden", "just a moment",
       "are you a robot", "attention required", "error 404", "oops", "seite nicht gefunden",
       "page introuvable", "p\xC3\xA1gina no encontrada", "pagina non trovata",
       "service unavailable", "bad gateway", "security check", "please verify"});
  const std::string lower = to_ascii_lower(headline);
  return std::any_of(kErrors.begin(), kErrors.end(), [&](std::string_view error) {
    return lower.compare(0, error.size(), error) == 0 &&
           (lower.size() == error.size() || !is_ascii_alnum(lower[error.size()]));
  });
}

bool states_article(const Page& page) {
  const std::string type = to_ascii_lower(page.meta.value({"og:type"}));
  return page.linked.article.stated() || type.find("article") != std::string::npos ||
         !page.meta.value({"article:published_time"}).empty();
}

bool states_collection(const Page& page) {
  return page.linked.page_type == "CollectionPage" || page.linked.page_type == "SearchResultsPage";
}

// Links to elsewhere that read like headlines.
std::size_t teasers(const Page& page) {
  std::size_t count = 0;
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    const Block& block = page.blocks[b];
    if (block.size >= 35 && block.link_share() > 0.8) ++count;
  }
  return count;
}

}  // namespace

std::string_view name_of(PageKind kind) {
  switch (kind) {
    case PageKind::kArticle:
      return "article";
    case PageKind::kLiveBlog:
      return "live blog";
    case PageKind::kFront:
      return "section front";
    case PageKind::kStub:
      return "stub";
  }
  return "article";
}

PageKind kind_of(const Page& page, const std::string& headline, const std::string& body,
                 bool dated) {
  constexpr std::size_t kStory = 1200;
  constexpr std::size_t kFrontTeasers = 12;
  if (page.linked.article.is_live_blog()) return PageKind::kLiveBlog;
  if (is_error_headline(headline) && body.size() < kStory && !states_article(page)) {
    return PageKind::kStub;
  }
  if (states_article(page) || dated) return PageKind::kArticle;
  if (states_collection(page) || (!page.url.empty() && is_site_root(page.url))) {
    return body.size() < 4 * kStory ? PageKind::kFront : PageKind::kArticle;
  }
  if (body.size() < kStory && teasers(page) >= kFrontTeasers) return PageKind::kFront;
  return PageKind::kArticle;
}

}  // namespace dateline::indexer::page
