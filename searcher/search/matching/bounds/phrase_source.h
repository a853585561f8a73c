// The documents of a segment in which some words follow each other, in any of some fields.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "searcher/search/matching/bounds/bounded_list.h"
#include "searcher/search/matching/bounds/phrase_place.h"
#include "searcher/search/matching/bounds/ranked_lists.h"

namespace dateline::search {

// What the sources of all segments share.
struct RankedPhrase {
  std::vector<std::vector<RankedWord>> places;  // the same words in each field
  RankedLists lists;
};

class PhraseSource final : public Xapian::PostingSource {
 public:
  explicit PhraseSource(std::shared_ptr<const RankedPhrase> phrase);

  void init(const Xapian::Database& segment) override;

  // How many documents have the words in this order is not known before they are read.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return most_ / 4; }
  Xapian::doccount get_termfreq_max() const override { return most_; }

  double get_weight() const override { return weight_; }
  void next(double min_weight) override { settle(at_ + 1, min_weight); }
  void skip_to(Xapian::docid to, double min_weight) override {
    if (to > at_) settle(to, min_weight);
  }
  bool at_end() const override { return at_ == BoundedList::kNone; }
  Xapian::docid get_docid() const override { return at_; }

  PostingSource* clone() const override;
  std::string get_description() const override;

 private:
  void settle(Xapian::docid from, double min_weight);
  Xapian::docid seek_others(Xapian::docid from);
  bool takes_long_one(Xapian::docid document);
  bool takes_any(Xapian::docid document, double least);

  std::shared_ptr<const RankedPhrase> phrase_;
  Xapian::Database segment_;
  std::vector<PhrasePlace> places_;  // those that have all words, the longest lists first
  Xapian::doccount most_ = 0;
  Xapian::docid at_ = 0;
  double weight_ = 0;  // of the document there
};

}  // namespace dateline::search
