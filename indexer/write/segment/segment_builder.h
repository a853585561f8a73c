// Builds one segment: a Glass database of articles that are numbered beforehand, on several
// threads.
//
//   lane 0  prepare(…)  ┐
//   lane 1  prepare(…)  ├──▶ take(…) in the order of the numbers ──▶ finish()
//   lane 2  prepare(…)  ┘
//
// prepare() does the work that can be done apart: inverting, encoding, compressing. take() appends
// what needs an order. Numbers may have gaps; the bytes of a segment depend on the articles and
// their numbers alone, its UUID apart, and not on lanes or threads.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "indexer/write/analysis/analysed_article.h"

namespace dateline::indexer {

enum class BuilderKind {
  kGlass,   // ours, indexer/glass
  kXapian,  // small WritableDatabases, folded by Database::compact
};

struct SegmentOptions {
  unsigned lanes = 1;
  std::uint64_t memory_bytes = std::uint64_t{256} << 20;  // for all that the builder holds
};

// What a lane made of an article, until it is taken. Owns all that it needs.
class PreparedArticle {
 public:
  virtual ~PreparedArticle() = default;
};

// By an article's number.
using NewValues = std::vector<std::pair<std::uint32_t, std::string>>;

class SegmentBuilder {
 public:
  // `directory` exists and is empty. Fails with kIo or kNoSpace.
  static Result<std::unique_ptr<SegmentBuilder>> create(BuilderKind kind,
                                                        const std::string& directory,
                                                        const SegmentOptions& options);
  virtual ~SegmentBuilder() = default;

  // Each lane is used by one thread at a time, with ascending numbers (from 1) that no lane has
  // twice. What is prepared has to be taken, or the builder thrown away.
  virtual Result<std::unique_ptr<PreparedArticle>> prepare(unsigned lane, std::uint32_t number,
                                                           const AnalysedArticle& article) = 0;

  // By one thread, in ascending order of the numbers.
  virtual Status take(std::unique_ptr<PreparedArticle> article) = 0;

  // True when what is held in memory until finish() nears its bound: finish, and begin another.
  virtual bool is_full() const = 0;

  // Puts other values of the same length into a slot of articles that were taken with one: what was
  // not known of them before others had come. Once, before finish(); ascending by number.
  virtual Status replace_values(schema::Slot slot, const NewValues& values) = 0;

  // Writes and syncs everything, the version file last: before that, the directory is no database.
  // No lane may be busy. `metadata` goes into the database as user metadata.
  virtual Status finish(const std::map<std::string, std::string>& metadata) = 0;
};

}  // namespace dateline::indexer
