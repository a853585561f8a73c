// Which documents an asker may see. A document may carry terms that name those who may see it; one
// without any is everybody's.
//
// Nothing is kept in the index for the latter: what is hidden from somebody are the documents that
// have such terms, but none of his. So indexes that were made before anybody asked obey as well.
// Articles with such terms are few in most indexes, and where there are none, nothing is paid.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/store/tombstones.h"

namespace dateline::store {

struct Audience {
  std::string prefix;              // of the terms that say who may see a document
  std::vector<std::string> terms;  // those that name the asker; may be empty
};

// The documents of a shard that the audience may not see. Throws Xapian::Error, as all these do.
Tombstones hidden_from(const Audience& audience, const Xapian::Database& shard);

// What hidden_from() finds, as a query made of terms alone, which a remote server can run too.
Xapian::Query hidden_query(const Audience& audience, const Xapian::Database& db);

// Whether the document with these terms may be seen.
bool may_see(const Audience& audience, Xapian::TermIterator term, const Xapian::TermIterator& end);

// Remembers for segments, which never change, what counts in them for an audience. Holds at most
// kMostDocuments numbers; when one more segment would be too much, it forgets all. For one thread.
class UnseenDocuments {
 public:
  static constexpr std::size_t kMostDocuments = std::size_t{1} << 22;  // 16 MB

  // What the audience does not see of the segment with this UUID: what is hidden from it, and what
  // has gone. `gone` itself where nothing is hidden.
  SharedTombstones of(const Audience& audience, const std::string& uuid,
                      const Xapian::Database& segment, const SharedTombstones& gone);

 private:
  struct Entry {
    SharedTombstones gone;  // for which `unseen` was made
    SharedTombstones unseen;
  };
  std::unordered_map<std::string, Entry> known_;
  std::size_t documents_ = 0;
};

}  // namespace dateline::store
