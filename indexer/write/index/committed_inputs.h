// Which inputs an index had when last it was looked at: asked before an input is parsed, while a
// writer is busy with others.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace dateline::indexer {

// A reader of its own beside the writer's. Used by one thread at a time.
class CommittedInputs {
 public:
  // Of the index in `directory`; where there is none, nothing is ever there. Fails as
  // store::IndexReader::open does.
  static Result<CommittedInputs> open(const std::string& directory);
  CommittedInputs(CommittedInputs&&) noexcept;
  CommittedInputs& operator=(CommittedInputs&&) noexcept;
  ~CommittedInputs();

  // A hint, which ArticleSink::has_unchanged() must confirm: an article may be replaced meanwhile.
  // False where the index cannot be read.
  bool probably_has(std::string_view fingerprint);

 private:
  struct State;
  explicit CommittedInputs(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dateline::indexer
