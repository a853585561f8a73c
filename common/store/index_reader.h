// Indexes open for reading: their segments as one Xapian database, and which of its documents
// count.
//
// What is open is one state of each index, whole, however often writers commit meanwhile; refresh()
// takes up the newest. Segments stay on disk for as long as a reader has them open.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/store/audience.h"
#include "common/store/blocking/blocklist.h"
#include "common/store/bounds/segment_bounds.h"
#include "common/store/columns/segment_columns.h"
#include "common/store/manifest.h"
#include "common/store/story_merges.h"
#include "common/store/tombstones.h"

namespace dateline::store {

// The number in a database of `shards` shards of the document `number` of shard `shard`, as Xapian
// deals them out: in turn.
inline Xapian::docid document_in_whole(std::size_t shard, Xapian::docid number,
                                       std::size_t shards) {
  return static_cast<Xapian::docid>((number - 1) * shards + shard + 1);
}

// What can be asked of all places of an index. A remote server is a stock xapian-tcpsrv: it runs
// queries of Xapian's own, and says nothing of when its index changes.
struct Capabilities {
  // Posting sources and match spies of ours run everywhere. live() and a deadline may be asked for
  // everywhere all the same: they say what a server is to take them for.
  bool run_our_sources = true;
  bool tell_of_changes = true;  // refresh() knows whether anything has changed
};

// One thread at a time may use a reader.
class IndexReader {
 public:
  // `places`: directories, or "host:port" of a xapian-tcpsrv. A segment that several of them have
  // is read once.
  //
  // kNotFound where there is no index (the hint says how to make one), kVersion where a newer or
  // older Dateline wrote it, kCorrupt where it makes no sense, kUsage for a database that is not
  // Dateline's.
  static Result<IndexReader> open(const std::vector<std::string>& places);
  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) noexcept;
  ~IndexReader();

  // All segments. Its documents, counts and posting lists include what has gone.
  Xapian::Database& database();
  const Xapian::Database& database() const;

  // Takes up what was committed since; true if that was anything, and then every document, iterator
  // and copy of database() from before belongs to the old state. On failure the old state stays.
  Result<bool> refresh();

  // The same for who would rather answer from the old state than not at all: a failure to take up
  // a newer one is no error then, but kept until it has been taken up, for stale_because(). A
  // remote place that does not answer is an error all the same.
  Result<bool> refresh_if_possible();
  const std::optional<Error>& stale_because() const;
  // The same state as the audience sees it: what it may not see counts as little as what has gone,
  // in all that follows. Lists of terms, posting lists and documents of the databases still have
  // it: whoever reads those asks is_live(), count() or first() too. Lives on its own, in the same
  // thread. What segments hide is kept by this reader, within a bound. Throws Xapian::Error.
  IndexReader seen_by(const Audience& audience);
  // Whether there is anything that the audience may not see.
  bool hides_from(const Audience& audience);
  // The first term of all places that the bar is about: until that may be seen, time alone shows
  // nothing more. Empty for none.
  std::string first_barring(const Bar& bar);

  // The same state of the places that are directories alone.
  IndexReader local_part() const;

  // Documents that count. Those of remote places count all: their server shows what has gone until
  // it is compacted. A query of live() can be run on all places: a remote server, which knows no
  // tombstones, takes nothing for gone, and asks terms for what is hidden.
  std::uint64_t articles() const;
  bool is_live(Xapian::docid document) const;
  Xapian::Query live(const Xapian::Query& query) const;
  // The documents of local places that do not count, as a posting source: for a server, which is sent
  // a query that has it by name.
  std::unique_ptr<Xapian::PostingSource> gone_source() const;
  // Of the shards, in their order; of an index in one directory.
  std::vector<std::string> segment_paths() const;

  // Documents with this term that count, and one of them (0: none): the first one of the oldest
  // shard of which nothing has gone, else of the oldest that has any. Throw Xapian::Error.
  std::uint64_t count(const std::string& term) const;
  Xapian::docid first(const std::string& term) const;

  // About as many as count() says, without reading long lists.
  std::uint64_t estimate(const std::string& term) const;

  // Whether Xapian 1.4 misreads the term where it weighs nothing: some segment whose document
  // numbers have a gap has the term in every document. See searcher/query/building/unweighted_term.h
  // for the fault, and for what to ask instead. Throws Xapian::Error.
  bool misreads(const std::string& term) const;

  // What all places can do.
  Capabilities can() const;

  // What can be told of posting lists before they are read, of the segments that have it. Null where
  // none has.
  std::shared_ptr<const BoundsByUuid> bounds() const;

  // The columns of a shard; null where it has none.
  std::shared_ptr<const SegmentColumns> columns(std::size_t shard) const;

  // Which stories of the places that are directories are one, though their articles have different
  // values. What a remote place knows of that is not told.
  const StoryMerges& stories() const;

  // What is to stay away from the index in the first place, if that is local.
  const Blocklist& blocked() const;

  // The state of the index in the first place, if that is local.
  const Manifest& manifest() const;

  // One for each document number modulo shards(): segment i has the documents whose number minus
  // one leaves i; their number within it is (number - 1) / shards() + 1.
  std::size_t shards() const;

  // A shard alone, where its documents have their number within it: what looks here and there only
  // need not open every term in all shards. Segments of a place stand in order of age.
  const Xapian::Database& shard(std::size_t shard) const;
  Xapian::docid document(std::size_t shard, Xapian::docid number) const;

  // What has gone of a shard; null for nothing.
  SharedTombstones gone(std::size_t shard) const;

 private:
  struct State;
  explicit IndexReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dateline::store
