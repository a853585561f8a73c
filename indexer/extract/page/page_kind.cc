// What the page states of itself decides first (a live blog, an article), then what speaks for a
// front (it lies at the site's root, it is a collection, it is named as its address is), then what
// speaks for a stub (it is headed "404", it holds a video or says that something is not there). An
// undated page of little text with a dozen teasers is a front:
//
//   https://courier.example/news/isles, headed "Isles", og:type website   →   front
//   "Page not found" above two lines                                      →   stub
//
// Tested in page_kind_test.cc.
#include "indexer/extract/page/page_kind.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/tables/labels.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

// Headlines of pages that stand in an article's place.
bool is_error_headline(std::string_view headline) {
  const std::string lower = to_ascii_lower(headline);
  return std::any_of(kErrorHeadlines.begin(), kErrorHeadlines.end(), [&](std::string_view error) {
    return lower.compare(0, error.size(), error) == 0 &&
           (lower.size() == error.size() || !is_ascii_alnum(lower[error.size()]));
  });
}

bool is_error_text(std::string_view body) {
  return holds_one_of_ignoring_case(kErrorPhrases, body);
}

// "/news/isles" headed "Isles": sections are named as their addresses are. Articles may be as well,
// but not in one or two words on a page that calls itself a site.
bool is_named_as_address(const Page& page, const std::string& headline) {
  constexpr std::size_t kLongest = 24;
  const bool short_name =
      headline.size() <= kLongest && std::count(headline.begin(), headline.end(), ' ') <= 1;
  if (!short_name || page.meta.value({"og:type"}) != "website") return false;
  std::string_view path = page.meta.canonical.empty() ? page.url : page.meta.canonical;
  path = path.substr(0, path.find_first_of("?#"));
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return slash != std::string_view::npos && !headline.empty() &&
         folded(path.substr(slash + 1)) == folded(headline);
}

bool is_video_page(const Page& page) { return page.meta.value({"og:type"}).rfind("video", 0) == 0; }

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
  constexpr std::size_t kNote = 400;
  constexpr std::size_t kFrontTeasers = 12;
  if (page.linked.article.is_live_blog()) return PageKind::kLiveBlog;
  if (states_article(page)) return PageKind::kArticle;
  const bool root = !page.url.empty() && is_site_root(page.url);
  const bool front = states_collection(page) || root || is_named_as_address(page, headline);
  if (front && body.size() < 4 * kStory) return PageKind::kFront;
  if (body.size() < kStory && is_error_headline(headline)) return PageKind::kStub;
  if (body.size() < kNote && (is_video_page(page) || is_error_text(body))) return PageKind::kStub;
  if (!dated && body.size() < kStory && teasers(page) >= kFrontTeasers) return PageKind::kFront;
  return PageKind::kArticle;
}

}  // namespace dateline::indexer::page
