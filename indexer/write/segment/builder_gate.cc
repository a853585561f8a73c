// Tested by tests/indexer/write/segment/builder_gate_test.cc.
#include "indexer/write/segment/builder_gate.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <xapian.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <system_error>
#include <vector>

#include "common/base/file.h"
#include "common/store/guard.h"
#include "indexer/glass/tables/version_file.h"
#include "indexer/write/analysis/posting_table.h"
#include "indexer/write/segment/database_text.h"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

// To be raised when the builder or the comparison changes, so that what was remembered is checked
// again.
constexpr int kCheckRevision = 1;

// A directory of our own, gone at the end.
class ScratchDirectory {
 public:
  static Result<ScratchDirectory> create(const std::string& parent) {
    std::error_code error;
    const fs::path base = parent.empty() ? fs::temp_directory_path(error) : fs::path(parent);
    std::string pattern = (base / "dateline-gate-XXXXXX").string();
    if (error || ::mkdtemp(pattern.data()) == nullptr) {
      return failure(io_error("cannot make a directory in " + base.string(), errno));
    }
    return ScratchDirectory(std::move(pattern));
  }
  ScratchDirectory(ScratchDirectory&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ScratchDirectory& operator=(ScratchDirectory&&) = delete;
  ~ScratchDirectory() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }

  std::string file(std::string_view name) const { return fmt::format("{}/{}", path_, name); }

 private:
  explicit ScratchDirectory(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

// The first look. kVersion if the library writes something else.
Status check_format(const ScratchDirectory& scratch) {
  const std::string path = scratch.file("one");
  auto written = store::guard("trying out Xapian", [&] {
    Xapian::WritableDatabase db(path,
                                Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    Xapian::Document document;
    document.add_posting("term", 1);
    db.add_document(document);
    db.commit();
  });
  if (!written) return written;
  const auto bytes = real_files().read(path + "/iamglass", 4096);
  if (!bytes) return failure(bytes.error());
  const std::string known = glass::version_file_head();
  if (bytes->compare(0, known.size(), known) == 0) return {};
  return failure(ErrorCode::kVersion,
                 fmt::format("Xapian {} writes another format than the one that the fast builder "
                             "knows",
                             Xapian::version_string()),
                 "use --builder xapian");
}

// What a format might get wrong: gaps, empty documents, zero bytes, long terms and data, lists of
// more than one chunk, slots of several widths.
AnalysedArticle awkward_article(std::uint32_t number, PostingTable& table) {
  using namespace std::string_literals;
  AnalysedArticle article;
  if (number % 50 == 7) return article;
  table.add("", "boolean" + std::to_string(number % 13), 0);
  table.add("Q", std::to_string(number), 0);
  for (std::uint32_t i = 1; i < 5 + number % 60; ++i) {
    table.add_at("", "word" + std::to_string(i * number % 301), i * (1 + number % 7), 1 + i % 3);
    table.add_at("S", "each", i, 1);
  }
  if (number % 40 == 1) {
    table.add_at("", std::string(245 - number % 5, 'x'), 1, 200);
    table.add_at("", "zero\0byte"s, 2, 1);
  }
  article.postings = table.take();
  article.data = std::string(number % 100 == 3 ? 20000 : number % 90, 'd') + std::to_string(number);
  if (number % 3 != 0)
    article.values.emplace_back(schema::Slot{0}, std::string(number % 30 + 1, 'v'));
  if (number % 5 == 0) article.values.emplace_back(schema::Slot{200}, std::to_string(number));
  return article;
}

Status build(BuilderKind kind, const std::string& path) {
  constexpr std::uint32_t kDocuments = 700;
  if (::mkdir(path.c_str(), 0777) != 0) return failure(io_error("cannot make " + path, errno));
  SegmentOptions options;
  options.memory_bytes = std::uint64_t{16} << 20;
  auto builder = SegmentBuilder::create(kind, path, options);
  if (!builder) return failure(builder.error());
  PostingTable table;
  for (std::uint32_t number = 1; number <= kDocuments; ++number) {
    if (number % 11 == 0) continue;
    auto prepared = (*builder)->prepare(0, number, awkward_article(number, table));
    if (!prepared) return failure(prepared.error());
    if (auto taken = (*builder)->take(std::move(*prepared)); !taken) return taken;
  }
  return (*builder)->finish({{"key", "value"}});
}

// The second look.
Status compare_builders(const ScratchDirectory& scratch) {
  const std::string ours = scratch.file("ours");
  const std::string theirs = scratch.file("theirs");
  if (auto built = build(BuilderKind::kGlass, ours); !built) return built;
  if (auto built = build(BuilderKind::kXapian, theirs); !built) return built;
  return store::guard("comparing the builders", [&]() -> Status {
    constexpr Xapian::valueno kLastSlot = 200;
    const bool same = database_text(Xapian::Database(ours), kLastSlot) ==
                      database_text(Xapian::Database(theirs), kLastSlot);
    if (same && Xapian::Database::check(ours, 0, nullptr) == 0) return {};
    return failure(ErrorCode::kVersion,
                   fmt::format("Xapian {} reads what the fast builder writes otherwise than meant",
                               Xapian::version_string()),
                   "use --builder xapian");
  });
}

std::string cache_directory(const GateOptions& options) {
  if (!options.cache_directory.empty()) return options.cache_directory;
  const char* const cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache == '/') return std::string(cache) + "/dateline";
  const char* const home = std::getenv("HOME");
  if (home != nullptr && *home == '/') return std::string(home) + "/.cache/dateline";
  return {};
}

// What the cache's file says once a version has passed.
std::string passed() {
  return fmt::format("xapian {} format {:04x} check {}\n", Xapian::version_string(),
                     glass::kFormatVersion, kCheckRevision);
}

bool is_remembered(const std::string& directory) {
  constexpr std::uint64_t kMaxBytes = 4096;
  if (directory.empty()) return false;
  const auto bytes = real_files().read(directory + "/builder-check", kMaxBytes);
  return bytes && *bytes == passed();
}

void remember(const std::string& directory) {
  std::error_code error;
  if (directory.empty()) return;
  fs::create_directories(directory, error);
  // Where it cannot be written, the next run looks again.
  if (!error) static_cast<void>(replace_file(directory + "/builder-check", passed()));
}

Status look(const GateOptions& options, bool compare) {
  auto scratch = ScratchDirectory::create(options.scratch_directory);
  if (!scratch) return failure(scratch.error());
  if (auto known = check_format(*scratch); !known) return known;
  const std::string cache = cache_directory(options);
  if (!compare || is_remembered(cache)) return {};
  auto same = compare_builders(*scratch);
  if (same) remember(cache);
  return same;
}

}  // namespace

Result<ChosenBuilder> choose_builder(BuilderChoice choice, const GateOptions& options) {
  if (choice == BuilderChoice::kXapian) return ChosenBuilder{BuilderKind::kXapian, {}};
  const Status known = look(options, choice == BuilderChoice::kAuto);
  if (known) return ChosenBuilder{BuilderKind::kGlass, {}};
  if (choice == BuilderChoice::kGlass) return failure(known.error());
  return ChosenBuilder{BuilderKind::kXapian, known.error().message};
}

}  // namespace dateline::indexer
