#include "indexer/write/index_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

#include "common/base/calendar.h"
#include "common/document/url.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/write_lock.h"
#include "indexer/write/memory_use.h"

namespace dateline::indexer {
namespace {

// What a commit itself needs, and what allocators keep, comes on top of a batch.
constexpr double kBatchShare = 0.7;
// Reading the resident size costs a system call; between two looks a batch grows by this much text.
constexpr std::uint64_t kBytesBetweenLooks = std::uint64_t{1} << 19;
// Memory that will not shrink must not make a batch of every article.
constexpr std::uint64_t kMinBatchBytes = std::uint64_t{1} << 20;

Xapian::Document document_from(const AnalysedArticle& article) {
  Xapian::Document document;
  for (const Posting& posting : article.postings) {
    document.add_term(posting.term, posting.wdf);
    for (const std::uint32_t position : posting.positions) {
      document.add_posting(posting.term, position, 0);
    }
  }
  for (const auto& [slot, value] : article.values) {
    document.add_value(static_cast<Xapian::valueno>(slot), value);
  }
  document.set_data(article.data);
  return document;
}

std::string utc_text(std::chrono::sys_seconds now) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const auto seconds = static_cast<std::int32_t>((now - day).count());
  return Timestamp(day, seconds, 0).to_string();
}

// Xapian commits by itself after every 10,000 documents, and knows no other way to be told not to.
// A user who has set the variable is obeyed.
void leave_batches_to_us() { ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000000", 0); }

std::string value_term(schema::FieldId id, std::string_view value) {
  return schema::make_term(schema::field(id).value_prefix, value);
}

}  // namespace

struct IndexWriter::State {
  std::string directory;
  WriterOptions options;
  store::WriteLock lock;
  Xapian::WritableDatabase db;
  std::uint64_t changes = 0;
  std::uint64_t batch_bytes = 0;
  std::uint64_t bytes_at_next_look = kMinBatchBytes;
  std::chrono::sys_seconds batch_began;

  void begin_batch() {
    changes = 0;
    batch_bytes = 0;
    bytes_at_next_look = kMinBatchBytes;
    batch_began = options.clock->now();
  }

  bool is_memory_due() {
    if (batch_bytes < bytes_at_next_look) return false;
    bytes_at_next_look = batch_bytes + kBytesBetweenLooks;
    const auto bound = static_cast<double>(options.memory_bytes) * kBatchShare;
    return static_cast<double>(resident_bytes()) > bound;
  }

  bool is_due() {
    if (options.batch_articles > 0 && changes >= options.batch_articles) return true;
    return is_memory_due() || options.clock->now() - batch_began >= options.commit_interval;
  }
};

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::~IndexWriter() = default;

Result<std::unique_ptr<IndexWriter>> IndexWriter::open(const std::string& directory,
                                                       const WriterOptions& options) {
  const std::string lock_file = directory + "/dateline.lock";
  std::error_code ignored;
  const bool locked_before = std::filesystem::exists(lock_file, ignored);
  auto lock = store::WriteLock::acquire(directory);
  if (!lock) return failure(lock.error());
  leave_batches_to_us();
  auto db = store::open_for_writing(directory);
  if (!db) {
    // A directory that is somebody else's is left as it was found.
    const bool foreign = db.error().code == ErrorCode::kUsage;
    if (foreign && !locked_before) std::filesystem::remove(lock_file, ignored);
    return failure(db.error());
  }
  auto state = std::make_unique<State>(
      State{directory, options, std::move(*lock), std::move(*db), 0, 0, 0, {}});
  state->begin_batch();
  return std::unique_ptr<IndexWriter>(new IndexWriter(std::move(state)));
}

Result<bool> IndexWriter::has_unchanged(std::string_view fingerprint) {
  if (fingerprint.empty()) return false;
  return store::guard("looking into " + state_->directory, [&] {
    return state_->db.term_exists(value_term(schema::FieldId::kFingerprint, fingerprint));
  });
}

Result<AddOutcome> IndexWriter::add(const AnalysedArticle& article) {
  auto outcome = store::guard("writing to " + state_->directory, [&] {
    const Xapian::Document document = document_from(article);
    if (!state_->db.term_exists(article.id_term)) {
      state_->db.add_document(document);
      return AddOutcome::kAdded;
    }
    state_->db.replace_document(article.id_term, document);
    return AddOutcome::kReplaced;
  });
  if (!outcome) return outcome;
  ++state_->changes;
  state_->batch_bytes += article.data.size();
  if (auto committed = settle(); !committed) return failure(committed.error());
  return outcome;
}

Status IndexWriter::settle() {
  if (state_->changes == 0 || !state_->is_due()) return {};
  return commit();
}

Status IndexWriter::commit() {
  if (state_->changes == 0) return {};
  auto committed = store::guard("committing to " + state_->directory, [&] {
    state_->db.set_metadata(std::string(schema::kUpdatedKey),
                            utc_text(state_->options.clock->now()));
    state_->db.commit();
  });
  if (!committed) return committed;
  state_->begin_batch();
  release_free_memory();
  return {};
}

Result<std::uint64_t> IndexWriter::articles() {
  return store::guard("counting " + state_->directory,
                      [&] { return std::uint64_t{state_->db.get_doccount()}; });
}

std::uint64_t IndexWriter::uncommitted() const { return state_->changes; }

Result<std::uint64_t> IndexWriter::remove_term(const std::string& term) {
  return store::guard("removing from " + state_->directory, [&] {
    const std::uint64_t before = state_->db.get_doccount();
    if (state_->db.term_exists(term)) state_->db.delete_document(term);
    const std::uint64_t gone = before - state_->db.get_doccount();
    state_->changes += gone;
    return gone;
  });
}

Result<std::uint64_t> IndexWriter::remove_id(std::string_view id) {
  return remove_term(value_term(schema::FieldId::kId, id));
}

Result<std::uint64_t> IndexWriter::remove_url(std::string_view url) {
  const auto normal = normalise_url(url);
  if (!normal) {
    return failure(ErrorCode::kUsage, fmt::format("{} is no http or https address", url),
                   "give the whole address: https://news.example/article");
  }
  return remove_term(value_term(schema::FieldId::kUrl, normal->substr(normal->find(':') + 1)));
}

Result<std::uint64_t> IndexWriter::remove_gone(const std::function<bool(std::string_view)>& seen,
                                               const std::function<bool(const Origin&)>& covers) {
  if (auto committed = commit(); !committed) return failure(committed.error());
  return store::guard("removing from " + state_->directory, [&]() -> Result<std::uint64_t> {
    Xapian::WritableDatabase& db = state_->db;
    const std::string prefix(schema::field(schema::FieldId::kFingerprint).value_prefix);
    std::vector<Xapian::docid> gone;
    for (auto term = db.allterms_begin(prefix); term != db.allterms_end(prefix); ++term) {
      if (seen(std::string_view(*term).substr(prefix.size()))) continue;
      for (auto at = db.postlist_begin(*term); at != db.postlist_end(*term); ++at) {
        const auto article = schema::decode_record(db.get_document(*at).get_data());
        if (!article) return failure(article.error());
        if (article->origin && covers(*article->origin)) gone.push_back(*at);
      }
    }
    for (const Xapian::docid id : gone) db.delete_document(id);
    state_->changes += gone.size();
    return std::uint64_t{gone.size()};
  });
}

}  // namespace dateline::indexer
