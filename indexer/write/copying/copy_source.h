// Where an index is copied from: the seam between what a copy needs (copying/pull.h) and how its files
// come, out of a directory or over ssh.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::indexer {

class CopySource {
 public:
  virtual ~CopySource() = default;

  // What messages call it: a directory, or "host:DIR".
  virtual const std::string& name() const = 0;

  // Copies files of the index, named from its root ("XAPIANDB", "segments/000001/sums"), to the same
  // names below the directory `into`, whose own directories for them are made. What is there of them
  // already is replaced, or finished. Nothing is synced, and what has come is not believed: others
  // compare it.
  //
  // kNotFound where a file is not there: its segment was folded away meanwhile, or never was.
  // Otherwise kIo, kNoSpace, kLocked, and kInterrupted where it was told to stop.
  virtual Status fetch(const std::vector<std::string>& names, const std::string& into) = 0;

  // Programs that it starts have this descriptor too from now on, and with it the lock on the place that
  // they write to: where they outlive this process, nobody else writes there until they have ended.
  virtual void keep_open(int /*descriptor*/) {}
};

// kInterrupted, for who was told to stop.
Error copy_stopped();

// Where the files of an index stand below its root.
std::string file_in_segment(const std::string& segment, const std::string& file);
std::string file_beside_segments(const std::string& file);

// Makes the directories below `into` that the files need.
Status make_directories_for(const std::vector<std::string>& names, const std::string& into);

}  // namespace dateline::indexer
