// Where analysed articles go: the seam between the pipeline and whatever builds an index. There are
// IndexWriter, and DryRun, which only counts.
//
//   admit()  →  prepare(lane, …) on any thread  →  take() in the order of admission
//           ↘  leave(), if nothing comes of it
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/document/article.h"
#include "indexer/stories/grouping.h"
#include "indexer/write/analysis/analysed_article.h"
#include "indexer/write/segment/segment_builder.h"

namespace dateline::indexer {

// kOutdated: an article with its id is there already that its agency said later; it stays.
enum class AddOutcome { kAdded, kReplaced, kOutdated };

class ArticleSink {
 public:
  // An input's place in the order of all.
  struct Ticket {
    std::uint32_t number = 0;
  };

  struct Prepared {
    Ticket ticket;
    std::string id_term;
    std::string fingerprint_term;              // empty where the input's is not known
    std::string order;                         // see AnalysedArticle
    std::uint64_t bytes = 0;                   // of the record
    NewArticle story;                          // but for its number
    std::unique_ptr<PreparedArticle> article;  // null in a dry run
  };

  virtual ~ArticleSink() = default;

  // A place for an input from which an article may come. Waits while a commit is due; nullopt once
  // close() was called. By one thread at a time. Each ticket is taken or left, in the order in
  // which they were given.
  virtual std::optional<Ticket> admit() = 0;

  // A place for an input that seems to be in the index as it is. Is left, never taken.
  virtual std::optional<Ticket> observe() = 0;

  // admit() for the thread that takes, which must not wait for itself: only when wants_commit().
  virtual Ticket admit_now() = 0;

  // Each lane by one thread at a time. `article` may go when this returns.
  virtual Result<Prepared> prepare(unsigned lane, Ticket ticket,
                                   const AnalysedArticle& article) = 0;

  // What follows is for one thread, the one that takes. After a failure nothing more may be taken.

  // Adds the article, in the place of the one with the same id if there is one; unless that is a
  // later word of its agency's (common/schema/version_order.h).
  virtual Result<AddOutcome> take(Prepared article) = 0;
  virtual void leave(Ticket ticket) = 0;

  // True if an article stands in the index that this input produced, so that reading it again would
  // change nothing. Sees what was taken before, committed or not.
  virtual Result<bool> has_unchanged(std::string_view fingerprint) = 0;

  // True if the article was taken down and is to stay away (common/store/blocking/blocklist.h). By any
  // thread, while nobody changes that.
  virtual bool is_blocked(const Article& article) const = 0;

  // True if an article with this id was taken since the last commit under a later ticket.
  virtual bool is_superseded(std::string_view id_term, Ticket ticket) const = 0;

  // Asks for a commit: admit() holds new inputs back until it is made.
  virtual void request_commit() = 0;

  // True when a commit is due and all that was admitted before has been taken or left.
  virtual bool wants_commit() = 0;

  // Makes everything taken so far durable and visible. Nothing admitted may be on its way.
  virtual Status commit() = 0;

  // Ends admission and wakes who waits for it.
  virtual void close() = 0;

  // Articles in the index, with those not yet committed.
  virtual Result<std::uint64_t> articles() = 0;

  // One article, from admission to its place, by one thread that does all: lane 0.
  Result<AddOutcome> add(const AnalysedArticle& article);
};

// What a sink keeps of `article` to tell it from others.
ArticleSink::Prepared identified(ArticleSink::Ticket ticket, const AnalysedArticle& article);

}  // namespace dateline::indexer
