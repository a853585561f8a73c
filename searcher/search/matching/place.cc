#include "searcher/search/matching/place.h"

#include <limits>
#include <string>

#include "common/schema/fields.h"

namespace dateline::search {
namespace {

constexpr std::size_t kInstantBytes = 9;  // the longest that Xapian serialises a number to

std::string value_of(const Xapian::Document& document, schema::Slot slot) {
  return document.get_value(static_cast<Xapian::valueno>(slot));
}

}  // namespace

Place place_by_score(double score, Xapian::docid document) { return {-score, 0, document}; }

Place place_by_date(Sort sort, std::optional<double> instant,
                    std::optional<schema::ArticleMark> mark, Xapian::docid document) {
  constexpr double kLast = std::numeric_limits<double>::infinity();
  const double first = !instant ? kLast : sort == Sort::kNewest ? -*instant : *instant;
  return {first, mark.value_or(0), document};
}

Place place_of(Sort sort, const Xapian::Document& match, double score, Xapian::docid document) {
  if (sort == Sort::kRelevance) return place_by_score(score, document);
  const std::string instant = value_of(match, schema::Slot::kInstant);
  return place_by_date(
      sort, instant.empty() ? std::nullopt : std::optional(Xapian::sortable_unserialise(instant)),
      schema::article_mark_from_value(value_of(match, schema::Slot::kArticle)), document);
}

std::string DateKeys::operator()(const Xapian::Document& document) const {
  const Place place = place_of(sort_, document, 0, 0);
  std::string key = Xapian::sortable_serialise(place.first);
  key.resize(kInstantBytes, '\0');  // which it leaves out at the end
  return key + schema::article_mark_value(place.second);
}

}  // namespace dateline::search
