// Which documents an asker may see. A document may carry terms that name those who may see it; one
// without any is everybody's. It may also carry terms that bar it from all who have no key to them:
// for good, or until a time, for such terms sort by their times.
//
// Nothing is kept in the index for what is everybody's: what is hidden from somebody are the
// documents that name others but not him, and those with terms that bar him. So indexes that were
// made before anybody asked obey as well. Articles with such terms are few in most indexes, and
// where there are none, nothing is paid.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/store/tombstones.h"

namespace dateline::store {

// Hides the documents with a term that begins with `prefix` and does not sort before `from`, which
// begins so too.
struct Bar {
  std::string prefix;
  std::string from;
};

struct Audience {
  std::string prefix;  // of the terms that say who may see a document; empty: they do not count
  std::vector<std::string> terms = {};  // those that name the asker; may be empty
  std::vector<Bar> bars = {};
};

// The documents of a shard that the audience may not see. Throws Xapian::Error, as all these do.
Tombstones hidden_from(const Audience& audience, const Xapian::Database& shard);

// What hidden_from() finds, as a query made of terms alone, which a remote server can run too.
Xapian::Query hidden_query(const Audience& audience, const Xapian::Database& db);

// Whether the document with these terms may be seen.
bool may_see(const Audience& audience, const Xapian::Database& db, Xapian::docid document);

// The first term of the database that the bar is about; empty for none.
std::string first_barring(const Bar& bar, const Xapian::Database& db);

// Remembers for segments, which never change, what counts in them for an audience. Holds at most
// kMostDocuments numbers; when one more segment would be too much, it forgets all. For one thread.
class UnseenDocuments {
 public:
  static constexpr std::size_t kMostDocuments = std::size_t{1} << 22;  // 16 MB

  // What the audience does not see of the segment with this UUID: what is hidden from it, and what
  // has gone. `gone` itself where nothing is hidden.
  SharedTombstones of(const Audience& audience, const std::string& uuid,
                      const Xapian::Database& segment, const SharedTombstones& gone);

  // What first_barring() finds in it.
  std::string first_barring_of(const Bar& bar, const std::string& uuid,
                               const Xapian::Database& segment);

 private:
  struct Entry {
    SharedTombstones gone;  // for which `unseen` was made
    SharedTombstones unseen;
  };
  // Holds for all bars from `from` up to `first` itself, or without an end where that is empty.
  struct Barring {
    std::string from;
    std::string first;
  };

  std::string key_of(const Audience& audience, const std::string& uuid,
                     const Xapian::Database& segment);
  void make_room(std::size_t documents);

  std::unordered_map<std::string, Entry> known_;
  std::unordered_map<std::string, Barring> barring_;
  std::size_t documents_ = 0;
};

}  // namespace dateline::store
