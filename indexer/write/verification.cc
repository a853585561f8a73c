#include "indexer/write/verification.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/write_lock.h"

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
    check_tables();
    // What is read from damaged tables is not worth checking, and may never end.
    if (!found_.sound()) return found_;
    auto db = store::guard("opening " + directory_, [&] { return Xapian::Database(directory_); });
    if (!db) return failure(db.error());
    // An index whose making was cut off has nothing in it yet, and the next `add` completes it.
    const bool unborn = db->get_doccount() == 0 && db->get_metadata(kFormatKey).empty();
    if (unborn) return found_;
    if (auto known = store::check_format(*db, directory_); !known) return failure(known.error());
    check_articles(*db);
    return found_;
  }

 private:
  // Damaged tables are quoted in reports, bytes and all.
  void fault(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    if (found_.faults.size() < kMaxFaults) found_.faults.push_back(repair_utf8(text));
  }

  void check_tables() {
    std::ostringstream report;
    const auto errors = store::guard(
        "checking tables", [&] { return Xapian::Database::check(directory_, 0, &report); });
    if (errors && *errors == 0) return;
    if (!errors) fault(errors.error().message);
    const std::string text = report.str();
    for (const std::string_view line : split(text, '\n')) {
      if (!trim(line).empty()) fault(std::string(trim(line)));
    }
    if (found_.sound()) fault(fmt::format("{} errors in the tables", *errors));
  }

  void check_articles(Xapian::Database& db) {
    const auto walked = store::guard("reading the articles", [&] {
      for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
        check_article(db, *at);
        ++found_.articles;
      }
    });
    if (!walked) fault(walked.error().message);
    if (found_.articles != db.get_doccount()) {
      fault(fmt::format("{} articles are counted, {} found", db.get_doccount(), found_.articles));
    }
  }

  void check_article(Xapian::Database& db, Xapian::docid id) {
    const Xapian::Document document = db.get_document(id);
    const auto article = schema::decode_record(document.get_data());
    if (!article) return fault(fmt::format("article {}: {}", id, article.error().message));
    check_id(db, document, *article);
    check_day(document, *article);
  }

  void check_id(Xapian::Database& db, const Xapian::Document& document, const Article& article) {
    const std::string_view prefix = schema::field(FieldId::kId).value_prefix;
    const std::string expected = schema::make_term(prefix, article.id);
    auto term = document.termlist_begin();
    term.skip_to(std::string(prefix));
    if (term == document.termlist_end() || *term != expected) {
      return fault(fmt::format("article {}: its id term is not that of its record, {}",
                               document.get_docid(), article.id));
    }
    if (db.get_termfreq(expected) != 1) fault(fmt::format("the id {} is not unique", article.id));
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

  inline static const std::string kFormatKey{schema::kFormatKey};

  std::string directory_;
  Verification found_;
};

}  // namespace

Result<Verification> verify_index(const std::string& directory) {
  if (!store::has_index(directory)) {
    return failure(ErrorCode::kNotFound, "there is no index in " + directory,
                   "make one with: dateline-index add --db " + directory + " PATH…");
  }
  const auto lock = store::WriteLock::acquire(directory);
  if (!lock) return failure(lock.error());
  return store::guard("checking " + directory, [&] { return Verifier(directory).run(); });
}

}  // namespace dateline::indexer
