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

// An absolute path has no "//", and so is no other file's with a member.
std::string seed_of(const Article& article) {
  if (!article.origin) return article.headline + "\n" + article.body;
  const Origin& origin = *article.origin;
  const std::string member = origin.member.empty() ? "" : "//" + origin.member;
  return fmt::format("{}{}\n{}", origin.path, member, origin.offset);
}

}  // namespace

std::string article_id(const Article& article) {
  if (!article.id.empty()) return article.id;
  if (std::string id = from_url(article.canonical_url); !id.empty()) return id;
  if (std::string id = from_url(article.url); !id.empty()) return id;
  return "p" + fingerprint(seed_of(article)).substr(0, kDigits);
}

void complete_identity(Article& article) {
  article.id = article_id(article);
  if (!article.source.empty()) return;
  article.source = host_of(article.canonical_url.empty() ? article.url : article.canonical_url);
}

}  // namespace dateline
