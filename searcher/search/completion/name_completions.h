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
#include "searcher/search/call.h"
#include "searcher/search/completion/typed_beginning.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/surnames.h"

namespace dateline::search {

// Names that begin with what was typed, or of which a word begins so, with `edits` typing errors.
// An entity is offered once, by the name that stands for all of its names, where names are folded.
// Which there are is known at once; how they are written stands in records, of which each takes as
// long to read as a hundred terms, so that is read for as many as are asked for. Lives no longer
// than its index's state; all throws Xapian::Error.
class NameCompletions {
 public:
  // Of the `most` most frequent of each kind.
  NameCompletions(const Call& call, const TypedBeginning& typed, std::size_t edits,
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
  // The name in lists of whoever is called `written` in full.
  std::string shown(EntityType type, const std::string& written);
  Completion* like(const std::string& text, EntityType type, Completion::Kind kind);
  // "esper" → "Mark Esper", as an article that has the name writes it; the articles that were read
  // are asked first.
  std::optional<std::string> in_full(EntityType type, std::string_view prefix,
                                     const std::string& folded);
  void read_record(Xapian::docid article);

  const Call& call_;
  const store::IndexReader& index_;
  EntityNames names_;
  Surnames surnames_;
  std::size_t surnames_left_;
  std::vector<Folded> waiting_;  // the most frequent first
  std::size_t next_ = 0;
  std::size_t reads_left_;
  std::vector<Completion> found_;
  std::map<std::pair<EntityType, std::string>, std::string> in_full_;
};

}  // namespace dateline::search
