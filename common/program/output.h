// Standard error, and standard output, written so that a closed pipe is success and a full disk is
// an error.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"

namespace dateline::program {

// Writes `text` to standard error as it is: what strangers wrote goes through visible() first
// (common/base/printable.h). That nobody can read it, as on a full disk, makes no difference to
// what the program has done, so failures count for nothing.
void complain(std::string_view text);

// Buffers writes to a descriptor. Not thread-safe.
class Output {
 public:
  // `descriptor` stays the caller's to close.
  explicit Output(int descriptor = 1) : descriptor_(descriptor) {}
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view bytes);

  // Writes what is buffered. Failures of earlier writes show here too; a reader that went away
  // (EPIPE) is none.
  Status flush();

  // True once the reader has gone: whatever else is written leads nowhere, and work may stop.
  bool closed() const { return closed_; }

  // True once nothing more can be written: the reader has gone, or a write has failed.
  bool ended() const { return closed_ || error_ != 0; }

 private:
  void drain();

  int descriptor_;
  std::string buffer_;
  bool closed_ = false;
  int error_ = 0;
};

}  // namespace dateline::program
