// Names that go on from a beginning.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/document/article.h"
#include "common/store/index_reader.h"
#include "searcher/search/answer.h"
#include "searcher/search/completion/typed_beginning.h"

namespace dateline::search {

// Names that begin with what was typed, or of which a word begins so, with `edits` typing errors.
// Which there are is known at once; how they are written stands in records, of which each takes as
// long to read as a hundred terms, so that is read for as many as are asked for. Lives no longer
// than its index's state; all throws Xapian::Error.
class NameCompletions {
 public:
  // Of the `most` most frequent of each kind.
  NameCompletions(const store::IndexReader& index, const TypedBeginning& typed, std::size_t edits,
                  std::size_t most);

  // Without any to be had.
  bool empty() const { return waiting_.empty(); }

  // At least `most` of them if there are so many, those in most articles first; those that were
  // read before are among them.
  const std::vector<Completion>& read(std::size_t most);

 private:
  struct Folded {
    std::size_t kind;
    std::string name;
    std::uint64_t articles;
  };

  bool add(const Folded& folded);
  // "esper" → "Mark Esper", as an article that has the name writes it; the articles that were read
  // are asked first.
  std::optional<std::string> in_full(EntityType type, std::string_view prefix,
                                     const std::string& folded);
  void read_record(Xapian::docid article);

  const store::IndexReader& index_;
  std::vector<Folded> waiting_;  // the most frequent first
  std::size_t next_ = 0;
  std::size_t reads_left_;
  std::vector<Completion> found_;
  std::map<std::pair<EntityType, std::string>, std::string> in_full_;
};

}  // namespace dateline::search
