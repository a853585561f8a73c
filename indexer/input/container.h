// A container holds entries, each of which is an article's bytes or a container itself: a file of
// JSON lines has its lines. A new one is a file in the folder containers, and a row in
// containers.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "indexer/input/bytes/byte_source.h"
#include "indexer/input/head.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

// Where an entry lies in its container.
struct EntryPlace {
  std::string member;        // its name there, where entries have names; empty otherwise
  std::uint64_t offset = 0;  // of its first byte, where entries follow one another; 0 otherwise
};

// What a container states of an entry, beside its bytes.
struct EntryFacts {
  std::string_view format;  // by its name; empty: told by content, unless all entries are of one
  std::string url;          // where it was fetched from; empty if that is not known
  std::string charset;      // as its server named it, in lower case; empty if it did not
  std::optional<std::int64_t> fetched;  // when, in seconds since 1970
  bool moves = false;  // others come before it in time: it is the same wherever it lies
};

struct Entry {
  EntryPlace place;
  EntryFacts facts;
  // To be read before the next entry is asked for: it may be a part of the container's own source.
  std::unique_ptr<BufferedSource> source;
};

struct EntryRefusal {
  EntryPlace place;
  Refusal refusal;
};

// Entries that are no articles and were not asked to be: the pictures and scripts of a crawl. How
// many there are is told at the end; naming each would bury what went wrong.
class PassedOver {
 public:
  // `kind`: for people, in the plural ("pictures"); of static storage.
  void count(std::string_view kind) { ++counts_[kind]; }
  void add(const PassedOver& others) {
    for (const auto& [kind, count] : others.counts_) counts_[kind] += count;
  }
  const std::map<std::string_view, std::uint64_t>& counts() const { return counts_; }

 private:
  std::map<std::string_view, std::uint64_t> counts_;
};

// Used by one thread at a time. Holds no more than one entry, however many there are.
class Container {
 public:
  virtual ~Container() = default;

  // The next entry, or why there is none at that place, after which others may follow; nullopt at
  // the end.
  virtual std::optional<tl::expected<Entry, EntryRefusal>> next() = 0;
};

struct ContainerOptions {
  std::size_t max_entry_bytes = 0;    // the most that an article may have
  PassedOver* passed_over = nullptr;  // where entries that are no articles are counted; may be null
  // The path of the file that it is, beside which an index of it may lie; empty for an entry of
  // another container, and for what comes down a pipe.
  std::string file = {};
};

// Whether an entry can be read without those before it, from its offset in the file as it lies.
enum class ReadAlone {
  kNo,
  kByItsBeginning,  // what lies there says itself that it is one
  kBehindLine,      // one begins wherever a line does
};

// A row of the table of containers (containers.h).
struct ContainerKind {
  std::string_view name;     // as --input takes it
  std::string_view entries;  // the format of every entry, by its name; empty: told by content
  // By an input's beginning. Asked in the order of the rows, and before any format is.
  bool (*tells)(const Head& head);
  std::unique_ptr<Container> (*open)(std::unique_ptr<BufferedSource> source,
                                     const ContainerOptions& options);
  // By an input's first kHeadBytes as they lie: such a container is compressed piece by piece, and
  // is opened as it lies, compressed or not. Null: it is compressed as a whole, or not at all.
  bool (*tells_packed)(std::string_view raw) = nullptr;
  ReadAlone alone = ReadAlone::kNo;
};

}  // namespace dateline::indexer
