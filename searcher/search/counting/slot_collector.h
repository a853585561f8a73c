// The values of all matches' slots, or of a fair sample of them where they are many.
//
// Counting while matching would be of no use once there turn out to be too many: so the values are
// put aside, and thinned out by a hash of the document's number when there are more than bounds
// allow. What is left is counted afterwards.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/schema/fields.h"
#include "common/store/index_reader.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

// Up to so many matching articles, all of them are looked at.
inline constexpr std::size_t kMostCounted = 50'000;

class SlotCollector : public Xapian::MatchSpy {
 public:
  explicit SlotCollector(std::vector<schema::Slot> slots, std::size_t most = kMostCounted);

  // Documents are told to the collector by their numbers within their shards; from now on `shard`
  // makes them numbers of the whole.
  void number_by(std::shared_ptr<const MatchedShard> shard) { shard_ = std::move(shard); }

  void operator()(const Xapian::Document& document, double weight) override;

  // Matches met, and how many of them each that was kept stands for (1: all were kept).
  std::uint64_t met() const { return met_; }
  double each_stands_for() const;

  // Calls visit(document, slot's place in the list, value) for each value that is not empty, in the
  // order in which the documents matched.
  template <typename Visit>
  void each(const Visit& visit) const {
    for (const Kept& one : kept_) {
      std::size_t at = one.offset;
      for (std::size_t i = 0; i < slots_.size(); ++i) {
        const std::size_t size = sizes_[one.sizes + i];
        if (size > 0) visit(one.document, i, std::string_view(values_).substr(at, size));
        at += size;
      }
    }
  }

  // The documents that were kept.
  std::vector<Xapian::docid> documents() const;

 private:
  struct Kept {
    Xapian::docid document;
    std::size_t sizes;   // where its sizes begin in sizes_
    std::size_t offset;  // where its values begin in values_
  };

  bool is_kept(Xapian::docid document) const;
  void keep(Xapian::docid document, const Xapian::Document& values);
  void thin_out();

  std::vector<schema::Slot> slots_;
  std::size_t most_;
  std::shared_ptr<const MatchedShard> shard_;
  std::uint64_t met_ = 0;
  std::uint32_t mask_ = 0;  // documents whose hash has none of these bits are kept
  std::vector<Kept> kept_;
  std::vector<std::uint32_t> sizes_;
  std::string values_;
};

// Runs `query` over everything live, without weights. Throws Xapian::Error. Stops at the deadline.
void collect(const store::IndexReader& index, const Xapian::Query& query,
             const std::shared_ptr<Deadline>& deadline, SlotCollector& into);

}  // namespace dateline::search
