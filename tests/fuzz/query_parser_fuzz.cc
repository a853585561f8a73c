// Any bytes as a query: parsed, rewritten, compiled and run against a small index. What is
// understood must print to a form that is understood in the same way.
#include <xapian.h>

#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>

#include "common/schema/fields.h"
#include "common/text/tokenizer.h"
#include "searcher/query/describe.h"
#include "searcher/query/language/parser.h"
#include "searcher/query/query.h"
#include "searcher/query/revision/relaxation.h"
#include "searcher/query/revision/respelling.h"

namespace dateline::query {
namespace {

Xapian::Document document_of(std::string_view text) {
  Xapian::Document document;
  for (const text::OwnedToken& token : text::tokenize(text)) {
    for (const char* prefix : {"", "S", "XP"}) {
      document.add_posting(schema::make_term(prefix, token.form), token.position);
    }
    document.add_term(schema::make_stem_term("", token.form));
  }
  document.add_boolean_term("Y2020");
  document.add_value(static_cast<Xapian::valueno>(schema::Slot::kDay), "20200106");
  return document;
}

Xapian::WritableDatabase make_index() {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  db.add_document(document_of("Troops in Iraq: a non-binding vote on the onward movement"));
  db.add_document(document_of("a b c a b c nonbinding state-sponsored US 9/11 elections elected"));
  return db;
}

// Time of this thread alone, so that what else the machine does counts nothing.
double processor_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// No query may take longer to parse than is promised, though instrumented code is slower.
void try_time(std::string_view text, Match match) {
  constexpr double kPromised = 0.050;
  const double begin = processor_seconds();
  const auto parsed = parse(text, match);
  if (processor_seconds() - begin > kPromised) std::abort();
}

void try_query(std::string_view text, Match match, const Xapian::Database& db) {
  static const FixedClock kClock{std::chrono::sys_days{std::chrono::year(2020) / 1 / 6}};
  QueryOptions options;
  options.match = match;
  options.clock = &kClock;
  try_time(text, match);
  const auto compiled = compile(text, options, db);
  if (!compiled) {
    if (describe(text, compiled.error()).empty()) std::abort();
    return;
  }
  Xapian::Enquire enquire(db);
  enquire.set_query(compiled->query);
  enquire.get_mset(0, 10);
  // Bracketed, it may be too long or too deep.
  const auto again = parse(compiled->parsed, match);
  if (again && again->tree && print(*again->tree) != compiled->parsed) std::abort();
  Vocabulary vocabulary(db);
  respellings(text, options, vocabulary);
  relaxations(text, options);
}

}  // namespace
}  // namespace dateline::query

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Xapian::Database kIndex = dateline::query::make_index();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  dateline::query::try_query(text, dateline::query::Match::kAll, kIndex);
  dateline::query::try_query(text, dateline::query::Match::kAny, kIndex);
  return 0;
}
