// Which article is what: stories and their copies, days, outlets and sections, all from the
// article's number.
//
// Articles come in blocks of 20. A block is one day's; its first slots are originals and its last
// ones copies of these. Blocks walk over the range of days in golden-ratio strides, so that a small
// corpus covers the range as evenly as a large one, and any corpus is the beginning of a larger
// one. Outlets and sections go round in wheels.
#pragma once

#include <chrono>
#include <cstdint>

#include "common/base/calendar.h"
#include "common/base/result.h"
#include "corpus/generator/stories/outlets.h"

namespace dateline::corpus {

struct CorpusOptions {
  std::uint64_t seed = 1;
  // The range of publication days, both ends included; each in its outlet's own offset.
  std::chrono::year_month_day from = std::chrono::year(2015) / 1 / 1;
  std::chrono::year_month_day to = std::chrono::year(2024) / 12 / 31;
  std::uint32_t mean_words = 400;  // of a body; 40 to 20,000
  // Of all articles, how many are copies of another's story, in thousandths; 0 to 900.
  std::uint32_t copies_per_mille = 200;
  // Of a copy's sentences, so many thousandths are dropped, as many written anew, and as many moved
  // to another place, all under a headline of its own; 0 to 300. 0: as copies mostly are, with 50
  // dropped, 70 written anew, and three in ten cut from below.
  std::uint32_t edits_per_mille = 0;
};

// kUsage where a member is out of its bounds or the range is upside down.
Status check(const CorpusOptions& options);

class Layout {
 public:
  static constexpr std::uint64_t kBlock = 20;

  // `options` as check() passes them.
  explicit Layout(const CorpusOptions& options);

  // The number of the article whose story this one tells: its own, unless it is a copy.
  std::uint64_t story_of(std::uint64_t article) const;
  bool is_copy(std::uint64_t article) const { return story_of(article) != article; }
  // Whether any article copies this original.
  bool has_copies(std::uint64_t original) const;

  std::chrono::year_month_day day_of(std::uint64_t article) const;
  std::uint64_t days() const { return days_; }
  static const Outlet& outlet_of(std::uint64_t article);
  static std::string_view section_of(std::uint64_t article);

 private:
  std::uint64_t copies_before(std::uint64_t block) const;
  std::uint64_t copies_in(std::uint64_t block) const;

  std::uint64_t seed_;
  std::chrono::sys_days from_;
  std::uint64_t days_;
  std::uint64_t stride_;
  std::uint64_t copies_per_mille_;
};

}  // namespace dateline::corpus
