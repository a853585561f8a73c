// The bytes of an archive as libarchive asks for them: in blocks, with those since the beginning of the
// member that is being read kept, so that after damage reading can begin anew behind it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/bytes/byte_source.h"

namespace dateline::indexer {

class ArchiveFeed {
 public:
  // Keeps at most `most_kept` bytes and a block.
  ArchiveFeed(std::unique_ptr<BufferedSource> source, std::size_t most_kept)
      : source_(std::move(source)), most_kept_(most_kept) {}

  // The next bytes, valid until the next call; empty at the end or where the source refuses.
  std::string_view next();

  // Nothing before `position`, counted from the source's beginning, is asked for again.
  void forget_before(std::uint64_t position);

  // Where `sign` stands first at or after `position`, in what is kept.
  std::optional<std::uint64_t> find(std::uint64_t position, std::string_view sign) const;

  // Goes back to the first place at or after `position` where `sign` stands, so that next() begins with
  // it, or with the `lead` bytes before it, among what is kept and all that follows. False where there
  // is none.
  bool go_to(std::uint64_t position, std::string_view sign, std::size_t lead = 0);

  // Where next() goes on.
  std::uint64_t position() const { return start_ + at_; }

  // Of the source, so far.
  std::uint64_t bytes_read() const { return start_ + kept_.size(); }
  const std::optional<Refusal>& refusal() const { return source_->refusal(); }

 private:
  bool fetch();

  std::unique_ptr<BufferedSource> source_;
  std::size_t most_kept_;
  std::string kept_;
  std::uint64_t start_ = 0;   // where kept_ begins
  std::size_t at_ = 0;        // in kept_: what has been given
  std::uint64_t wanted_ = 0;  // from here on it is kept
};

}  // namespace dateline::indexer
