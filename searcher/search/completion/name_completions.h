// Names that go on from a beginning.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"
#include "common/names/aliases.h"
#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/completion/name_source.h"
#include "searcher/search/completion/typed_beginning.h"

namespace dateline::search {

struct FoldedName {
  EntityType type = EntityType::kPerson;
  std::string name;
  std::uint64_t articles = 0;  // at least so many have it
};

// The most frequent first; those of one kind that are as frequent in order of bytes.
void sort_names(std::vector<FoldedName>& names);

// Names that begin with what was typed, or of which a word begins so, with `edits` typing errors: the
// `most` most frequent of each kind. Throws Xapian::Error.
std::vector<FoldedName> begun_names(const store::IndexReader& index, const TypedBeginning& typed,
                                    std::size_t edits, std::size_t most);

// An entity is offered once, by the name that stands for all of its names, where names are folded.
// How names are written stands in records, of which each takes as long to read as a hundred terms, so
// that is read for as many as are asked for. Lives no longer than `source`; throws what that does.
class NameCompletions {
 public:
  // Of these names, in their order. `aliases` may be null.
  NameCompletions(std::vector<FoldedName> names, const names::Aliases* aliases, Names kind,
                  NameSource& source);

  // Without any to be had.
  bool empty() const { return waiting_.empty(); }

  // At least `most` of them if there are so many, those in most articles first; those that were
  // read before are among them.
  const std::vector<Completion>& read(std::size_t most);

 private:
  bool add(const FoldedName& folded);
  // The name in lists of whoever is called `written` in full.
  std::string shown(EntityType type, const std::string& written);
  Completion* like(const std::string& text, EntityType type, Completion::Kind kind);

  const names::Aliases* aliases_;
  Names kind_;
  NameSource& source_;
  std::size_t surnames_left_;
  std::vector<FoldedName> waiting_;
  std::size_t next_ = 0;
  std::vector<Completion> found_;
};

// Surnames alone of which it is found out whom they mean: each takes some tenths of a millisecond.
inline constexpr std::size_t kMostSurnamesAsked = 3;

}  // namespace dateline::search
