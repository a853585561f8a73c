// What an index says of surnames: read when one is asked for, and kept for the call.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "common/names/aliases.h"
#include "common/store/index_reader.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/surname.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

// Looks at a bounded number of articles for each surname, spread evenly over those that name
// anybody so: some 0.2 ms. What the asker may not see, it does not see. Lives no longer than what
// it was made of; all throws Xapian::Error.
class Surnames {
 public:
  Surnames(const store::IndexReader& index, EntityNames& names, const names::Aliases* aliases,
           Deadline& deadline)
      : index_(index), names_(names), aliases_(aliases), deadline_(deadline) {}

  // Of a folded surname. Once time is up, what has been seen until then. Stays where it is.
  const Surname& of(const std::string& surname);

 private:
  struct Reading;

  void look(const std::string& surname, Surname& into);
  void look_in_shard(std::size_t shard, const std::string& term, std::size_t most,
                     Reading& reading);
  void take(Xapian::docid document, std::string_view marks, Month month, Reading& reading);
  // The one of the record's persons with that word in a full name who is named most.
  std::optional<std::size_t> bearer_in(Xapian::docid document, Reading& reading);
  static bool has_in_full(const std::string& name, const Reading& reading);
  std::size_t number_of_bearer(const std::string& written, Reading& reading) const;

  const store::IndexReader& index_;
  EntityNames& names_;
  const names::Aliases* aliases_;
  Deadline& deadline_;
  std::map<std::string, Surname> known_;
};

}  // namespace dateline::search
