#include "common/document/identity.h"

#include <fmt/format.h>

#include "common/base/fingerprint.h"
#include "common/document/url.h"

namespace dateline {
namespace {

// 96 bits: among 2^32 articles, the most that an index can hold, two share an id with a probability
// under 1 in 4 thousand million.
constexpr std::size_t kDigits = 24;

std::string from_url(std::string_view url) {
  const auto normal = normalise_url(url);
  if (!normal || is_site_root(*normal)) return {};
  // http and https serve the same article.
  const std::size_t scheme_end = normal->find("://");
  return "u" + fingerprint(normal->substr(scheme_end)).substr(0, kDigits);
}

}  // namespace

std::string article_id(const Article& article) {
  if (!article.id.empty()) return article.id;
  if (std::string id = from_url(article.canonical_url); !id.empty()) return id;
  if (std::string id = from_url(article.url); !id.empty()) return id;
  const std::string seed = article.origin
                               ? fmt::format("{}\n{}", article.origin->path, article.origin->offset)
                               : article.headline + "\n" + article.body;
  return "p" + fingerprint(seed).substr(0, kDigits);
}

void complete_identity(Article& article) {
  article.id = article_id(article);
  if (!article.source.empty()) return;
  article.source = host_of(article.canonical_url.empty() ? article.url : article.canonical_url);
}

}  // namespace dateline
