#include "searcher/search/matching/lookup.h"

#include <fmt/format.h>

#include <string>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "common/schema/fields.h"

namespace dateline::search {
namespace {

using schema::FieldId;

Xapian::docid first_with(const store::IndexReader& index, FieldId field, std::string_view value) {
  const std::string term = schema::make_term(schema::field(field).value_prefix, value);
  return index.first(term);
}

}  // namespace

Xapian::docid find_article(const store::IndexReader& index, std::string_view id_or_url) {
  const std::string_view asked = trim(id_or_url);
  if (asked.empty()) return 0;
  if (const Xapian::docid by_id = first_with(index, FieldId::kId, asked); by_id != 0) return by_id;
  auto url = normalise_url(asked);
  const std::string_view scheme = asked.substr(0, 2) == "//" ? "https:" : "https://";
  if (!url) url = normalise_url(std::string(scheme).append(asked));
  if (!url) return 0;
  // http and https are one address: the term begins at the "//".
  return first_with(index, FieldId::kUrl, std::string_view(*url).substr(url->find("//")));
}

Error no_article(std::string_view id_or_url) {
  return {ErrorCode::kNotFound, fmt::format("there is no article {}", id_or_url),
          "ids and URLs are in the results of a query, with --format json"};
}

}  // namespace dateline::search
