#include "indexer/write/segment/xapian_document.h"

namespace dateline::indexer {

Xapian::Document xapian_document(const AnalysedArticle& article) {
  Xapian::Document document;
  for (const Posting& posting : article.postings) {
    const std::string term(posting.term);
    document.add_term(term, posting.wdf);
    for (const std::uint32_t position : posting.positions) {
      document.add_posting(term, position, 0);
    }
  }
  for (const auto& [slot, value] : article.values) {
    document.add_value(static_cast<Xapian::valueno>(slot), std::string(value));
  }
  document.set_data(std::string(article.data));
  return document;
}

}  // namespace dateline::indexer
