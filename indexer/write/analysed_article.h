// An article as an index takes it: terms, positions, values, data. It knows neither HTML nor
// Xapian, so that any builder can take it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/schema/fields.h"

namespace dateline::indexer {

struct Posting {
  std::string term;
  std::uint32_t wdf = 0;                 // within-document frequency; 0 for boolean terms
  std::vector<std::uint32_t> positions;  // strictly ascending; empty for stems and boolean terms
};

struct AnalysedArticle {
  std::string id_term;            // "Q" + id: the one that a newer version replaces
  std::vector<Posting> postings;  // ascending by term, each term once, id_term among them
  std::vector<std::pair<schema::Slot, std::string>> values;  // ascending by slot, none empty
  std::string data;                                          // the stored record
};

}  // namespace dateline::indexer
