#include "indexer/write/segment/xapian_segment_builder.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>

#include "common/base/file.h"
#include "common/store/guard.h"
#include "common/store/index_files.h"
#include "indexer/write/segment/bounds_writer.h"
#include "indexer/write/segment/columns_writer.h"
#include "indexer/write/segment/xapian_document.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kArticlesInPart = 400;
constexpr std::size_t kFanIn = 16;
// Xapian holds about thirty bytes for each byte of text that has not been committed.
constexpr std::uint64_t kMemoryForText = 64;
constexpr std::uint64_t kMinPartBytes = std::uint64_t{1} << 18;

constexpr int kPartFlags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

struct XapianArticle final : PreparedArticle {
  std::uint32_t number = 0;
  std::uint64_t bytes = 0;
  Xapian::Document document;
};

}  // namespace

struct XapianSegmentBuilder::Part {
  std::string path;
  Xapian::WritableDatabase db;
  std::size_t articles = 0;
  std::uint64_t bytes = 0;
};

XapianSegmentBuilder::XapianSegmentBuilder(std::string directory, const SegmentOptions& options)
    : directory_(std::move(directory)),
      part_bytes_limit_(std::max(options.memory_bytes / kMemoryForText, kMinPartBytes)) {}

XapianSegmentBuilder::~XapianSegmentBuilder() = default;

Result<std::unique_ptr<SegmentBuilder>> XapianSegmentBuilder::create(
    const std::string& directory, const SegmentOptions& options) {
  std::error_code error;
  if (!std::filesystem::is_empty(directory, error) || error) {
    return failure(ErrorCode::kIo, directory + " is no empty directory");
  }
  return std::make_unique<XapianSegmentBuilder>(directory, options);
}

Result<std::unique_ptr<PreparedArticle>> XapianSegmentBuilder::prepare(
    unsigned /*lane*/, std::uint32_t number, const AnalysedArticle& article) {
  return store::guard("preparing an article", [&]() -> std::unique_ptr<PreparedArticle> {
    auto prepared = std::make_unique<XapianArticle>();
    prepared->number = number;
    prepared->bytes = article.data.size();
    prepared->document = xapian_document(article);
    return prepared;
  });
}

Status XapianSegmentBuilder::take(std::unique_ptr<PreparedArticle> article) {
  const auto& taken = static_cast<const XapianArticle&>(*article);
  return store::guard("writing to " + directory_, [&] {
    if (!part_) {
      std::string path = new_path();
      Xapian::WritableDatabase db(path, kPartFlags);
      part_ = std::make_unique<Part>(Part{std::move(path), std::move(db)});
    }
    part_->db.replace_document(taken.number, taken.document);
    part_->bytes += taken.bytes;
    if (++part_->articles >= kArticlesInPart || part_->bytes >= part_bytes_limit_) close_part();
  });
}

std::string XapianSegmentBuilder::new_path() {
  return fmt::format("{}/part{}", directory_, paths_++);
}

void XapianSegmentBuilder::close_part() {
  part_->db.close();
  std::string path = std::move(part_->path);
  part_.reset();
  keep(std::move(path), 0);
}

// Numbers ascend from part to part, and from fold to fold: a generation's parts are older than
// those of the generation before.
void XapianSegmentBuilder::keep(std::string path, std::size_t generation) {
  if (generations_.size() <= generation) generations_.resize(generation + 1);
  generations_[generation].push_back(std::move(path));
  if (generations_[generation].size() < kFanIn) return;
  const std::vector<std::string> parts = std::exchange(generations_[generation], {});
  std::string folded = new_path();
  fold(parts, folded);
  keep(std::move(folded), generation + 1);
}

void XapianSegmentBuilder::fold(const std::vector<std::string>& parts, const std::string& into) {
  Xapian::Database all;
  for (const std::string& part : parts) all.add_database(Xapian::Database(part));
  all.compact(into, Xapian::DBCOMPACT_NO_RENUMBER);
  for (const std::string& part : parts) store::discard_segment(part);
}

Status XapianSegmentBuilder::replace_values(schema::Slot slot, const NewValues& values) {
  replaced_slot_ = slot;
  replaced_ = values;
  return {};
}

void XapianSegmentBuilder::put_values() {
  if (replaced_.empty()) return;
  Xapian::WritableDatabase db(directory_, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  for (const auto& [number, value] : replaced_) {
    Xapian::Document document = db.get_document(number);
    document.add_value(static_cast<Xapian::valueno>(replaced_slot_), value);
    db.replace_document(number, document);
  }
  db.commit();
}

Status XapianSegmentBuilder::finish(const std::map<std::string, std::string>& metadata) {
  auto finished = store::guard("writing to " + directory_, [&]() -> Status {
    if (!part_) {
      std::string path = new_path();
      Xapian::WritableDatabase db(path, kPartFlags);
      part_ = std::make_unique<Part>(Part{std::move(path), std::move(db)});
    }
    for (const auto& [key, value] : metadata) part_->db.set_metadata(key, value);
    close_part();
    std::vector<std::string> parts;
    for (auto parts_of = generations_.rbegin(); parts_of != generations_.rend(); ++parts_of) {
      parts.insert(parts.end(), parts_of->begin(), parts_of->end());
    }
    fold(parts, directory_);
    put_values();
    if (auto bounds = write_bounds(directory_); !bounds) return bounds;
    return write_columns(directory_);
  });
  return finished ? sync_files(directory_) : finished;
}

}  // namespace dateline::indexer
