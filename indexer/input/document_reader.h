// Inputs into raw documents: opened, decompressed, told apart, containers taken apart,
// fingerprinted.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "indexer/input/bytes/byte_source.h"
#include "indexer/input/content_kind.h"
#include "indexer/input/input_list.h"
#include "indexer/input/raw_document.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

struct ReadOptions {
  InputTables tables;             // what can be read; their rows must outlive the reader
  std::optional<InputKind> kind;  // what every input is; nullopt: by content
  // The most that one document may have, decompressed. A container may be of any size: of it, one
  // entry at a time is held.
  std::size_t max_document_bytes = std::size_t{64} << 20;
  // Whatever else decides what becomes of a document: options of extraction, versions. Goes into
  // the fingerprint, so that another choice makes unchanged bytes new.
  std::string salt;
  // How many articles of the index a file in this state has given; 0: not known, it is to be read.
  // May be empty: then there are no KnownFiles.
  std::function<std::uint32_t(const FileIdentity&)> known_articles;
  // True when it is time to stop: next() then gives nothing more, even if a pipe stays silent.
  StopCheck stop;
};

// Not thread-safe, but for bytes_read().
class DocumentReader {
 public:
  // A container in a container is read; one in that is refused, for it is more likely a bomb.
  static constexpr std::size_t kMaxNesting = 2;

  DocumentReader(InputList inputs, ReadOptions options)
      : inputs_(std::move(inputs)), options_(std::move(options)) {}

  // The next document, or an input or entry that gives none; nullopt at the end. Zeros and other
  // binary bytes are refused by their first 64 KB, so a huge one costs no more than a small one.
  std::optional<InputEvent> next();

  const InputList& inputs() const { return inputs_; }

  // What containers have held beside articles, so far.
  const PassedOver& passed_over() const { return *passed_over_; }

  // Bytes of the files read so far, as they lie on disk. Any thread may ask.
  std::uint64_t bytes_read() const { return *bytes_read_; }

 private:
  using Step = std::optional<InputEvent>;
  using Kind = std::optional<InputKind>;
  // Where bytes lie, and what the container around them states.
  struct Provenance {
    EntryPlace place;
    EntryFacts facts;
  };
  struct OpenContainer {
    std::unique_ptr<Container> container;
    std::string member;  // its own place, if it is an entry itself
    Kind entries;        // what they are; nullopt: by content
  };

  bool stopped() const { return options_.stop && options_.stop(); }
  std::optional<std::uint32_t> known_articles();
  Step step();
  Step open(InputItem item);
  Step next_entry();
  Step look_into(Provenance from, std::unique_ptr<BufferedSource> source, Kind kind);
  Step read_whole(Provenance from, BufferedSource& source, Kind kind);
  const ContainerKind* packed_container(BufferedSource& source, const Kind& kind) const;
  Step enter(EntryPlace place, std::unique_ptr<BufferedSource> source, const ContainerKind& kind);
  RawDocument document(Provenance from, const Format& format, std::string bytes) const;
  Rejection rejected(EntryPlace place, const Refusal& refusal) const;
  std::string url_of_item() const;

  InputList inputs_;
  ReadOptions options_;
  InputItem item_;  // the one being read
  // What stands for its path in fingerprints: the same file is the same however it is named.
  std::string place_;
  std::optional<FileIdentity> file_;
  std::vector<OpenContainer> open_;  // within one another
  // Behind a pointer because open containers keep its address.
  std::unique_ptr<PassedOver> passed_over_ = std::make_unique<PassedOver>();
  // Behind a pointer because the sources that count are handed around.
  std::shared_ptr<std::atomic<std::uint64_t>> bytes_read_ =
      std::make_shared<std::atomic<std::uint64_t>>(0);
};

}  // namespace dateline::indexer
