#include "indexer/write/segment/glass_segment_builder.h"

#include <algorithm>

#include "common/store/guard.h"
#include "indexer/write/segment/columns_writer.h"

namespace dateline::indexer {
namespace {

// Shares of the memory bound; what is left is for what articles need on their way.
constexpr std::uint64_t kArenaShare = 2;  // a half, for all lanes together
constexpr std::uint64_t kHeldShare = 8;
constexpr std::uint64_t kMergeShare = 4;
constexpr std::uint64_t kMinArena = std::uint64_t{1} << 20;
constexpr std::uint64_t kMaxArena = std::uint64_t{1} << 30;

struct GlassArticle final : PreparedArticle {
  explicit GlassArticle(glass::EncodedDocument encoded) : document(std::move(encoded)) {}
  glass::EncodedDocument document;
};

}  // namespace

GlassSegmentBuilder::GlassSegmentBuilder(std::string directory, glass::DatabaseBuilder builder,
                                         const SegmentOptions& options)
    : directory_(std::move(directory)),
      builder_(std::move(builder)),
      held_limit_(options.memory_bytes / kHeldShare),
      values_(options.lanes) {}

Result<std::unique_ptr<SegmentBuilder>> GlassSegmentBuilder::create(const std::string& directory,
                                                                    const SegmentOptions& options) {
  glass::BuilderOptions inner;
  inner.lanes = options.lanes;
  inner.arena_bytes =
      std::clamp(options.memory_bytes / kArenaShare / options.lanes, kMinArena, kMaxArena);
  inner.merge_bytes = options.memory_bytes / kMergeShare;
  inner.merge_in_parallel = options.lanes > 1;
  auto builder = glass::DatabaseBuilder::create(directory, inner);
  if (!builder) return failure(builder.error());
  return std::make_unique<GlassSegmentBuilder>(directory, std::move(*builder), options);
}

Result<std::unique_ptr<PreparedArticle>> GlassSegmentBuilder::prepare(
    unsigned lane, std::uint32_t number, const AnalysedArticle& article) {
  Values& values = values_[lane];
  values.clear();
  for (const auto& [slot, value] : article.values) {
    values.emplace_back(static_cast<std::uint32_t>(slot), value);
  }
  auto encoded = builder_.prepare(
      lane, number, {article.postings.list(), values, article.data, article.postings.vocabulary()});
  if (!encoded) return failure(encoded.error());
  return std::make_unique<GlassArticle>(std::move(*encoded));
}

Status GlassSegmentBuilder::take(std::unique_ptr<PreparedArticle> article) {
  const glass::EncodedDocument& document = static_cast<const GlassArticle&>(*article).document;
  builder_.take(document);
  lengths_.add(document.number, static_cast<std::uint32_t>(document.length));
  return {};
}

bool GlassSegmentBuilder::is_full() const {
  return builder_.held_bytes() + lengths_.bytes() >= held_limit_;
}

Status GlassSegmentBuilder::replace_values(schema::Slot slot, const NewValues& values) {
  return builder_.replace_values(static_cast<std::uint32_t>(slot), values);
}

Status GlassSegmentBuilder::finish(const std::map<std::string, std::string>& metadata) {
  auto bounds = BoundsWriter::create(directory_, lengths_);
  if (!bounds) return failure(bounds.error());
  if (auto built = builder_.finish(metadata, &*bounds); !built) return built;
  return store::guard("writing to " + directory_, [&] { return write_columns(directory_); });
}

}  // namespace dateline::indexer
