// From below upwards, for what is read from damaged tables is not worth checking: fingerprints of
// files, Xapian's own check of its tables, the manifest's numbers against the segments, and each
// record against the terms that its document has. Tested by
// tests/indexer/write/upkeep/maintenance_test.cc and, with damaged bytes, by
// tests/attack/damaged_index_test.py.
#include "indexer/write/upkeep/verification.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/schema/story.h"
#include "common/store/checksums.h"
#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/index_reader.h"
#include "common/store/manifest.h"
#include "common/store/segment_lease.h"
#include "common/store/tombstones.h"
#include "common/store/write_lock.h"
#include "indexer/stories/sketch.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DATELINE_WITH_ASAN
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define DATELINE_WITH_ASAN
#endif

#ifdef DATELINE_WITH_ASAN
// Database::check of Xapian 1.4.22 deletes its tables through a base class without a virtual
// destructor. It is not ours to mend, and the sanitizer would end the program there.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizer looks for this name
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "new_delete_type_mismatch=0"; }
#endif

namespace dateline::indexer {
namespace {

using schema::FieldId;
using schema::Slot;

class Verifier {
 public:
  explicit Verifier(const std::string& directory) : directory_(directory) {}

  Result<Verification> run() {
    const auto manifest = store::read_manifest(directory_);
    if (!manifest) {
      if (manifest.error().code != ErrorCode::kCorrupt) return failure(manifest.error());
      fault(manifest.error().message);
      return found_;
    }
    // Where there is no lock to share, a writer that comes must not delete what is being read.
    std::vector<Result<store::SegmentLease>> leases;
    for (const store::SegmentEntry& segment : manifest->segments) {
      leases.push_back(store::SegmentLease::take(store::segment_path(directory_, segment.name)));
    }
    for (const store::SegmentEntry& segment : manifest->segments) check_files(segment);
    // What is read from damaged tables is not worth checking, and may never end.
    if (!found_.sound()) return found_;
    auto reader = store::IndexReader::open({directory_});
    // As when too many files are open: that is no fault of the index.
    if (!reader && reader.error().code == ErrorCode::kIo) return failure(reader.error());
    if (!reader) {
      fault(reader.error().message);
      return found_;
    }
    check_counts(*manifest, *reader);
    check_articles(*reader);
    return found_;
  }

 private:
  // Damaged tables are quoted in reports, bytes and all.
  void fault(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    if (found_.faults.size() < kMaxFaults) found_.faults.push_back(repair_utf8(text));
  }

  void check_files(const store::SegmentEntry& segment) {
    const std::string path = store::segment_path(directory_, segment.name);
    const auto differing = store::check_checksums(path);
    if (!differing) return fault(differing.error().message);
    for (const std::string& text : *differing) fault(text);
    if (differing->empty() && may_check_tables(path)) check_tables(path);
    if (segment.tombstones.empty()) return;
    const std::string file = store::tombstones_path(directory_, segment.tombstones);
    const auto gone = store::read_tombstones(file, segment.gone);
    if (!gone) fault(gone.error().message);
  }

  // Xapian's check opens tables for writing, though it changes nothing. Where that is not allowed,
  // it has to do that they are, byte for byte, what was written.
  static bool may_check_tables(const std::string& path) {
    return ::access((path + "/postlist.glass").c_str(), R_OK | W_OK) == 0;
  }

  void check_tables(const std::string& path) {
    std::ostringstream report;
    const auto errors =
        store::guard("checking tables", [&] { return Xapian::Database::check(path, 0, &report); });
    if (errors && *errors == 0) return;
    if (!errors) fault(errors.error().message);
    const std::string text = report.str();
    for (const std::string_view line : split(text, '\n')) {
      if (!trim(line).empty()) fault(std::string(trim(line)));
    }
    if (found_.sound()) fault(fmt::format("{} errors in the tables of {}", *errors, path));
  }

  // The manifest's numbers against the segments themselves.
  void check_counts(const store::Manifest& manifest, const store::IndexReader& reader) {
    std::uint64_t documents = 0;
    for (const store::SegmentEntry& segment : manifest.segments) documents += segment.documents;
    const auto held = store::guard("counting", [&] { return reader.database().get_doccount(); });
    if (!held) return fault(held.error().message);
    if (*held != documents) {
      fault(
          fmt::format("the manifest counts {} documents, the segments hold {}", documents, *held));
    }
    for (std::size_t i = 0; i < reader.shards(); ++i) {
      if (const auto gone = reader.gone(i)) gone_found_ += gone->size();
    }
  }

  void check_articles(store::IndexReader& reader) {
    std::uint64_t gone = 0;
    const auto walked = store::guard("reading the articles", [&] {
      const Xapian::Database& db = reader.database();
      for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
        if (!reader.is_live(*at)) {
          ++gone;
          continue;
        }
        check_article(reader, *at);
        ++found_.articles;
      }
    });
    if (!walked) fault(walked.error().message);
    if (gone != gone_found_) {
      fault(fmt::format("{} documents are named as gone, {} of them exist", gone_found_, gone));
    }
    if (found_.articles != reader.articles()) {
      fault(fmt::format("{} articles are counted, {} found", reader.articles(), found_.articles));
    }
  }

  void check_article(const store::IndexReader& reader, Xapian::docid id) {
    const Xapian::Document document = reader.database().get_document(id);
    const auto article = schema::decode_record(document.get_data());
    if (!article) return fault(fmt::format("article {}: {}", id, article.error().message));
    check_id(reader, document, *article);
    check_day(document, *article);
    check_story(document, *article);
  }

  void check_id(const store::IndexReader& reader, const Xapian::Document& document,
                const Article& article) {
    const std::string_view prefix = schema::field(FieldId::kId).value_prefix;
    const std::string expected = schema::make_term(prefix, article.id);
    auto term = document.termlist_begin();
    term.skip_to(std::string(prefix));
    if (term == document.termlist_end() || *term != expected) {
      return fault(fmt::format("article {}: its id term is not that of its record, {}",
                               document.get_docid(), article.id));
    }
    if (reader.count(expected) != 1) fault(fmt::format("the id {} is not unique", article.id));
    ++term;
    if (term != document.termlist_end() && (*term).starts_with(prefix)) {
      fault(fmt::format("article {}: has more ids than {}", document.get_docid(), article.id));
    }
  }

  void check_day(const Xapian::Document& document, const Article& article) {
    std::string day;
    if (article.published) day = replace_all(format_day(article.published->day()), "-", "");
    auto term = document.termlist_begin();
    const std::string expected = std::string(schema::kDayPrefix) + day;
    term.skip_to(std::string(schema::kDayPrefix));
    const bool has_term =
        term != document.termlist_end() && (*term).starts_with(schema::kDayPrefix);
    const bool term_is_right = day.empty() ? !has_term : has_term && *term == expected;
    if (!term_is_right || document.get_value(static_cast<Xapian::valueno>(Slot::kDay)) != day) {
      fault(fmt::format("article {}: its day is not that of its record", article.id));
    }
  }

  // Articles that were indexed before there were stories have neither value.
  void check_story(const Xapian::Document& document, const Article& article) {
    const std::string story = document.get_value(static_cast<Xapian::valueno>(Slot::kStory));
    const std::string sketch = document.get_value(static_cast<Xapian::valueno>(Slot::kStorySketch));
    if (story.empty() && sketch.empty()) return;
    if (!schema::story_from_value(story) || !decode_sketch(sketch)) {
      fault(fmt::format("article {}: its story is none", article.id));
    }
  }

  std::string directory_;
  std::uint64_t gone_found_ = 0;
  Verification found_;
};

}  // namespace

Result<Verification> verify_index(const std::string& directory) {
  if (!store::has_index(directory)) return failure(store::read_manifest(directory).error());
  const auto lock = store::WriteLock::share(directory);
  if (!lock) return failure(lock.error());
  return store::guard("checking " + directory, [&] { return Verifier(directory).run(); });
}

}  // namespace dateline::indexer
