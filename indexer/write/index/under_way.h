// Which documents were being made into articles when a run died, so that one that kills the program
// does not kill every run that comes to it.
//
// DIR/underway has a slot for each worker, with the fingerprint of the document that it has in
// hand; the file outlives the process, however that ends. What a run finds there are suspects: a
// few of them were merely beside the one that did it, or the run was killed from outside. So a
// suspect is not refused; it is first tried in a process of its own (common/program/trial.h), and
// refused if that process dies. Suspects stay until they have passed.
#pragma once

#include <atomic>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

// Thread-safe, a slot for each thread. A file that cannot be read or written counts as not there:
// the run then goes on without it. To be opened by the index's writer alone.
class UnderWay {
 public:
  // Reads what an earlier run has left. Nothing is written before the first begin().
  UnderWay(const std::string& directory, unsigned slots);
  ~UnderWay();
  UnderWay(const UnderWay&) = delete;
  UnderWay& operator=(const UnderWay&) = delete;

  bool is_suspect(std::string_view fingerprint) const;
  // It has passed, and is none any more.
  void acquit(std::string_view fingerprint);

  // `slot` (less than `slots`) has this document in hand from now on, and no other.
  void begin(unsigned slot, std::string_view fingerprint);

  // The run has come to its end in good order: what is in hand is forgotten, suspects are kept.
  void finish();

 private:
  std::string content() const;  // needs mutex_
  void create();

  const std::string path_;
  const unsigned slots_;
  mutable std::mutex mutex_;
  std::set<std::string, std::less<>> suspects_;
  std::once_flag created_;
  bool exists_ = false;  // since an earlier run or this one
  int file_ = -1;
};

}  // namespace dateline::indexer
