// What is to stay away from an index when it comes again: articles that were taken down, by id and by
// address. A row for each taking down; whatever of a row an article has keeps it away.
//
// The list is a file beside the segments, as tombstones are: it is named by the manifest, changes with
// a commit, and is backed up. It holds the ids and addresses themselves, for people have to read it.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/document/article.h"

namespace dateline::store {

// One article that is kept away. Not both are empty.
struct Blocked {
  std::string id;                 // empty: only its addresses are known
  std::vector<std::string> urls;  // as block_url() writes them

  auto operator<=>(const Blocked&) const = default;  // NOLINT(modernize-use-nullptr): is none
};

// The one spelling under which an address is blocked, "https://news.example/a" for both schemes; empty
// for what is none.
std::string block_url(std::string_view url);

// The row that keeps `article` away: its id, and its addresses but for a canonical one that is a site's
// root, which many pages name by mistake.
Blocked blocked_for(const Article& article);

// Immutable once read; copies are whole.
class Blocklist {
 public:
  bool empty() const { return rows_.empty(); }
  const std::set<Blocked>& rows() const { return rows_; }

  // Whether the article's id, address or canonical address is in a row. Thread-safe.
  bool blocks(const Article& article) const;

  bool blocks_id(std::string_view id) const { return ids_.find(id) != ids_.end(); }
  bool blocks_url(std::string_view url) const {
    return urls_.find(url) != urls_.end();
  }  // of block_url()

  void add(Blocked row);

  // Lets go of the rows that have this id or this address; how many.
  std::size_t lift_id(std::string_view id);
  std::size_t lift_url(std::string_view url);

  friend bool operator==(const Blocklist& a, const Blocklist& b) { return a.rows_ == b.rows_; }

 private:
  template <typename Matches>
  std::size_t lift(Matches&& matches);

  std::set<Blocked> rows_;
  std::multiset<std::string, std::less<>> ids_;
  std::multiset<std::string, std::less<>> urls_;
};

using SharedBlocklist = std::shared_ptr<const Blocklist>;

// No list is longer: adding fails before.
inline constexpr std::uint64_t kMostBlocklistBytes = std::uint64_t{64} << 20;

// The file's text, with a checksum, and a text's list; `place` names it in messages. kCorrupt for one
// that is damaged, kLimit for a list that would be too long.
Result<std::string> encode_blocklist(const Blocklist& list);
Result<Blocklist> decode_blocklist(std::string_view text, const std::string& place);

// kCorrupt also where the file has another size than `bytes`, which the manifest tells; kNotFound or kIo
// if it cannot be read.
Result<Blocklist> read_blocklist(const std::string& path, std::uint64_t bytes);

}  // namespace dateline::store
