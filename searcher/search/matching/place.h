// Where a match stands in the order of a list, as numbers that say so without the others: so a list
// can go on behind a place, whatever has been put before it or behind it meanwhile.
#pragma once

#include <xapian.h>

#include <compare>
#include <cstdint>
#include <optional>

#include "common/schema/article_mark.h"
#include "searcher/search/request.h"

namespace dateline::search {

// Ascending: what comes first has the least. By relevance `first` is the score below 0, and equals
// follow in the order of their numbers. By date it is the instant (below 0 where the newest come
// first; infinite without a date), and equals follow by the marks of their ids, which never change.
struct Place {
  double first = 0;
  std::uint64_t second = 0;
  Xapian::docid document = 0;  // in the whole database; settles what is left

  friend auto operator<=>(const Place&, const Place&) = default;
};

Place place_by_score(double score, Xapian::docid document);
// `sort` is kNewest or kOldest.
Place place_by_date(Sort sort, std::optional<double> instant,
                    std::optional<schema::ArticleMark> mark, Xapian::docid document);

// Of a match with this score and this number in the whole database.
Place place_of(Sort sort, const Xapian::Document& match, double score, Xapian::docid document);

// The same order by date, for Xapian, which settles by number what has equal keys.
class DateKeys final : public Xapian::KeyMaker {
 public:
  explicit DateKeys(Sort sort) : sort_(sort) {}
  std::string operator()(const Xapian::Document& document) const override;

 private:
  Sort sort_;
};

}  // namespace dateline::search
