// A file to write, or standard output: buffered, with errors that name it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/program/output.h"

namespace dateline::corpus {

class Sink {
 public:
  static Sink standard_output();
  // Makes or empties the file.
  static Result<Sink> create(const std::string& path);

  Sink(Sink&& other) noexcept;
  Sink& operator=(Sink&&) = delete;
  ~Sink();

  void write(std::string_view bytes) { output_->write(bytes); }

  // Writes what is left; the first failure of any write shows here.
  Status close();

  // True once the reader of standard output has gone.
  bool closed() const { return output_->closed(); }

 private:
  Sink(int descriptor, std::string path);

  int descriptor_;
  std::string path_;  // empty: standard output, which is not ours to close
  std::unique_ptr<program::Output> output_;
};

}  // namespace dateline::corpus
