// Values of slots that were read while matching, put aside close together: what is counted of them is
// decided afterwards. 50,000 documents are met in a few milliseconds, of which growing vectors and
// strings took half.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline::search {

class KeptValues {
 public:
  // `slots`: how many values each document has.
  explicit KeptValues(std::size_t slots) : slots_(slots) {}

  std::size_t size() const { return documents_.size(); }
  const std::vector<Xapian::docid>& documents() const { return documents_; }

  // Begins a document; add() is then called for the value of each of its slots, in their order.
  void begin(Xapian::docid document) { documents_.push_back(document); }
  void add(std::string_view value);

  // Calls visit(document, slot's place, value) for each value that is not empty, in the order in
  // which they were added.
  template <typename Visit>
  void each(const Visit& visit) const {
    Reader reader(*this);
    for (const Xapian::docid document : documents_) {
      for (std::size_t place = 0; place < slots_; ++place) {
        const std::string_view value = reader.next();
        if (!value.empty()) visit(document, place, value);
      }
    }
  }

  // Those documents alone of which keeps(document) is true.
  template <typename Keeps>
  KeptValues chosen(const Keeps& keeps) const {
    KeptValues out(slots_);
    Reader reader(*this);
    for (const Xapian::docid document : documents_) {
      const bool kept = keeps(document);
      if (kept) out.begin(document);
      for (std::size_t place = 0; place < slots_; ++place) {
        const std::string_view value = reader.next();
        if (kept) out.add(value);
      }
    }
    return out;
  }

 private:
  using Size = std::uint32_t;

  // Values stand behind each other, each after its size, and none is parted by the end of a block.
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;  // bytes that can be had
    std::size_t used = 0;
  };

  class Reader {
   public:
    explicit Reader(const KeptValues& values) : values_(&values) {}

    // The next value of all. Not to be called beyond the last.
    std::string_view next();

   private:
    const KeptValues* values_;
    std::size_t block_ = 0;
    std::size_t at_ = 0;
  };

  std::size_t slots_;
  std::vector<Xapian::docid> documents_;
  std::vector<Block> blocks_;
};

}  // namespace dateline::search
