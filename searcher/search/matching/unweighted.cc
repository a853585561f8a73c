#include "searcher/search/matching/unweighted.h"

#include <algorithm>
#include <memory>
#include <string>

namespace dateline::search {
namespace {

class ZeroWeight final : public Xapian::Weight {
 public:
  ZeroWeight() { need_stat(WDF); }

  Weight* clone() const override { return std::make_unique<ZeroWeight>().release(); }
  void init(double) override {}
  double get_sumpart(Xapian::termcount, Xapian::termcount, Xapian::termcount) const override {
    return 0;
  }
  double get_maxpart() const override { return 0; }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

  // What a remote server is to take it for.
  std::string name() const override { return Xapian::BoolWeight().name(); }
  std::string serialise() const override { return {}; }
};

}  // namespace

void weigh_nothing(Xapian::Enquire& enquire, const store::IndexReader& index,
                   const Xapian::Query& query) {
  const bool misread = std::any_of(query.get_terms_begin(), query.get_terms_end(),
                                   [&](const std::string& term) { return index.misreads(term); });
  if (misread) {
    enquire.set_weighting_scheme(ZeroWeight());
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
}

}  // namespace dateline::search
