// A file that lines are appended to, which may be moved away and opened anew while the program
// runs.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "common/base/descriptor.h"
#include "common/base/result.h"

namespace dateline::http {

// Thread-safe. Each line is one write(2), so that those of several processes do not mix.
class LogFile {
 public:
  // `path`: a file, made where there is none and readable by its owner alone; "-" for standard
  // error; "none" or "" for a log that keeps nothing. kIo where it cannot be opened.
  static Result<std::unique_ptr<LogFile>> open(const std::string& path);

  bool keeps() const { return keeps_; }

  // `line` without a line feed. A line that cannot be written is lost, and the log goes on.
  void write(std::string_view line);

 private:
  LogFile() = default;

  std::mutex mutex_;
  Descriptor file_;
  bool is_standard_error_ = false;
  bool keeps_ = false;
};

}  // namespace dateline::http
