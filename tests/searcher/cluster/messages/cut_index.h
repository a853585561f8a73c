// One index, and the same articles cut into several by their ids: what is counted in the parts and
// added up has to be what is counted in the whole.
//
// The articles are drawn, always the same: of several segments, some replaced, some removed, some
// copies of others, with dates, sources, sections, tags, authors, people and places, or without.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/clock.h"
#include "common/names/aliases.h"
#include "common/store/index_reader.h"
#include "searcher/query/query.h"
#include "searcher/search/call.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::testing {

class CutIndex {
 public:
  // Made once for all tests of the program.
  static const CutIndex& drawn();
  // A smaller one, of which nothing was replaced or removed, and little is estimated.
  static const CutIndex& whole_and_small();

  explicit CutIndex(std::size_t parts) : parts_(parts) {}

  void put(const Article& article);
  void remove(const std::string& id);
  void commit();
  void close();

  const store::IndexReader& whole() const { return *whole_reader_; }
  std::size_t parts() const { return parts_.size(); }
  const store::IndexReader& part(std::size_t number) const { return readers_[number]; }

  // A call over the whole, whose queries are run in the parts too.
  search::Call call() const;
  static const Clock& clock();
  static std::shared_ptr<search::Deadline> time_enough();

 private:
  SmallIndex& part_of(const std::string& id);

  SmallIndex whole_;
  std::vector<SmallIndex> parts_;
  std::optional<store::IndexReader> whole_reader_;
  std::vector<store::IndexReader> readers_;
};

// Queries of every kind that the drawn articles have answers to.
std::vector<std::string> drawn_queries();

}  // namespace dateline::testing
