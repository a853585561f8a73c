#include "corpus/generator/stories/layout.h"

#include <algorithm>
#include <numeric>

#include "corpus/generator/words/random.h"

namespace dateline::corpus {
namespace {

namespace chrono = std::chrono;

// Near days / golden ratio, and coprime to days so that every day has its turn.
std::uint64_t stride_over(std::uint64_t days) {
  std::uint64_t stride = std::max<std::uint64_t>(1, days * 618 / 1000);
  while (std::gcd(stride, days) != 1) ++stride;
  return stride;
}

}  // namespace

Status check(const CorpusOptions& options) {
  if (!options.from.ok() || !options.to.ok() || options.from > options.to) {
    return failure(ErrorCode::kUsage, "the first day comes after the last",
                   "--from must not be later than --to");
  }
  if (options.mean_words < 40 || options.mean_words > 20'000) {
    return failure(ErrorCode::kUsage, "the mean length must be 40 to 20000 words");
  }
  if (options.copies_per_mille > 900) {
    return failure(ErrorCode::kUsage, "the share of copies must be 0 to 0.9");
  }
  if (options.edits_per_mille > 300) {
    return failure(ErrorCode::kUsage, "the share of edited sentences must be 0 to 0.3");
  }
  return {};
}

Layout::Layout(const CorpusOptions& options)
    : seed_(options.seed),
      from_(options.from),
      days_(static_cast<std::uint64_t>(
          (chrono::sys_days(options.to) - chrono::sys_days(options.from)).count() + 1)),
      stride_(stride_over(days_)),
      copies_per_mille_(options.copies_per_mille) {}

// Rounds down for all blocks together, not for each, so that the rate holds over many blocks.
// Blocks repeat after a thousand, which keeps the product small.
std::uint64_t Layout::copies_before(std::uint64_t block) const {
  return block * kBlock * copies_per_mille_ / 1000;
}

std::uint64_t Layout::copies_in(std::uint64_t block) const {
  const std::uint64_t turn = block % 1000;
  return copies_before(turn + 1) - copies_before(turn);
}

std::uint64_t Layout::story_of(std::uint64_t article) const {
  const std::uint64_t block = article / kBlock;
  const std::uint64_t slot = article % kBlock;
  const std::uint64_t originals = kBlock - copies_in(block);
  if (slot < originals) return article;
  // The lesser of two draws: a few stories are copied by many, most by nobody.
  Random random(seed_, Purpose::kCopyOf, {article});
  const std::uint32_t one = random.below(originals);
  const std::uint32_t other = random.below(originals);
  return block * kBlock + std::min(one, other);
}

bool Layout::has_copies(std::uint64_t original) const {
  const std::uint64_t block = original / kBlock;
  for (std::uint64_t i = (block + 1) * kBlock - copies_in(block); i < (block + 1) * kBlock; ++i) {
    if (story_of(i) == original) return true;
  }
  return false;
}

std::chrono::year_month_day Layout::day_of(std::uint64_t article) const {
  const std::uint64_t turn = article / kBlock % days_;
  return from_ + chrono::days(turn * stride_ % days_);
}

const Outlet& Layout::outlet_of(std::uint64_t article) {
  return outlets()[article % outlets().size()];
}

std::string_view Layout::section_of(std::uint64_t article) {
  return section_wheel()[article % section_wheel().size()];
}

}  // namespace dateline::corpus
