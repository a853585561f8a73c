// Inputs into raw documents: opened, decompressed, told apart, cut into records, fingerprinted.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "indexer/input/byte_source.h"
#include "indexer/input/content_kind.h"
#include "indexer/input/input_list.h"
#include "indexer/input/raw_document.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

struct ReadOptions {
  std::optional<InputKind> kind;  // nullopt: by content
  // The most that one page, text or line of JSON may have, decompressed. A JSONL file may be of any
  // size: it is read a line at a time.
  std::size_t max_document_bytes = std::size_t{64} << 20;
  // Whatever else decides what becomes of a document: options of extraction, versions. Goes into
  // the fingerprint, so that another choice makes unchanged bytes new.
  std::string salt;
  // How many articles of the index a file in this state has given; 0: not known, it is to be read.
  // May be empty.
  std::function<std::uint32_t(const FileIdentity&)> known_articles;
  // True when it is time to stop: next() then gives nothing more, even if a pipe stays silent.
  StopCheck stop;
};

// Not thread-safe, but for bytes_read().
class DocumentReader {
 public:
  DocumentReader(InputList inputs, ReadOptions options)
      : inputs_(std::move(inputs)), options_(std::move(options)) {}

  // The next document, or an input that gives none; nullopt at the end. Zeros and other binary
  // bytes are refused by their first 64 KB, so a huge one costs no more than a small one.
  std::optional<tl::expected<RawDocument, Rejection>> next();

  const InputList& inputs() const { return inputs_; }

  // Bytes of the files read so far, as they lie on disk. Any thread may ask.
  std::uint64_t bytes_read() const { return *bytes_read_; }

 private:
  using Step = std::optional<tl::expected<RawDocument, Rejection>>;

  bool stopped() const { return options_.stop && options_.stop(); }
  Step step();
  Step open(InputItem item);
  std::uint32_t known_articles(const InputItem& item);
  Step read_lines(InputItem item, std::unique_ptr<BufferedSource> source);
  Step next_line();
  tl::expected<RawDocument, Rejection> read_whole(const InputItem& item, BufferedSource& source,
                                                  std::optional<InputKind> kind);
  RawDocument document(const InputItem& item, InputKind kind, std::uint64_t offset,
                       std::string bytes) const;
  std::string url_of(const InputItem& item) const;

  // What stands for the path in fingerprints: the same file is the same however it is named.
  std::string place_;
  std::optional<FileIdentity> file_;  // the one being read
  InputList inputs_;
  ReadOptions options_;
  std::unique_ptr<LineReader> lines_;  // of the JSONL input being read
  InputItem lines_item_;
  // Behind a pointer because the sources that count are handed around.
  std::shared_ptr<std::atomic<std::uint64_t>> bytes_read_ =
      std::make_shared<std::atomic<std::uint64_t>>(0);
};

}  // namespace dateline::indexer
