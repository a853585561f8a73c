#include "indexer/stories/grouping.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <numeric>
#include <span>
#include <unordered_map>

#include "common/base/calendar.h"
#include "indexer/stories/comparison.h"

namespace dateline::indexer {
namespace {

using schema::StoryId;

constexpr std::size_t kValues = std::size_t{1} << StorySketch::kMinimumBits;

// What is compared of the articles with one key on one day.
struct Sample {
  std::int32_t day = kNoDay;
  const StoryMark* mark = nullptr;  // an article's

  StoryId key() const { return mark->key; }
  const StorySketch& sketch() const { return mark->sketch; }
};

std::optional<std::int32_t> days_between(std::int32_t a, std::int32_t b) {
  if (a == kNoDay || b == kNoDay) return std::nullopt;
  return a - b;
}

// One of each text and day, in an order that does not depend on that of the articles.
std::vector<Sample> samples_of(const std::vector<NewArticle>& articles) {
  std::vector<Sample> samples;
  samples.reserve(articles.size());
  for (const NewArticle& article : articles) {
    samples.push_back({article.day, &article.mark});
  }
  std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) {
    return std::pair(a.key(), a.day) < std::pair(b.key(), b.day);
  });
  const auto same = [](const Sample& a, const Sample& b) {
    return a.key() == b.key() && a.day == b.day;
  };
  samples.erase(std::unique(samples.begin(), samples.end(), same), samples.end());
  return samples;
}

// For each minimum and value, the samples that have it.
class Buckets {
 public:
  explicit Buckets(const std::vector<Sample>& samples)
      : starts_(StorySketch::kMinima * kValues + 1),
        members_(samples.size() * StorySketch::kMinima) {
    each(samples, [&](std::size_t bucket, std::uint32_t) { ++starts_[bucket + 1]; });
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    each(samples,
         [&](std::size_t bucket, std::uint32_t sample) { members_[next[bucket]++] = sample; });
  }

  static std::size_t bucket_of(std::size_t minimum, const StorySketch& sketch) {
    return minimum * kValues + sketch.minima[minimum];
  }
  std::span<const std::uint32_t> at(std::size_t bucket) const {
    return {members_.data() + starts_[bucket], members_.data() + starts_[bucket + 1]};
  }
  static constexpr std::size_t count() { return StorySketch::kMinima * kValues; }

 private:
  template <typename Visit>
  static void each(const std::vector<Sample>& samples, const Visit& visit) {
    for (std::uint32_t i = 0; i < samples.size(); ++i) {
      for (std::size_t minimum = 0; minimum < StorySketch::kMinima; ++minimum) {
        visit(bucket_of(minimum, samples[i].sketch()), i);
      }
    }
  }

  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> members_;
};

// Stories that are found to be one.
class Stories {
 public:
  std::uint32_t node_of(StoryId id) {
    const auto [found, is_new] = nodes_.try_emplace(id, static_cast<std::uint32_t>(ids_.size()));
    if (is_new) {
      ids_.push_back(id);
      up_.push_back(found->second);
    }
    return found->second;
  }
  std::uint32_t root_of(std::uint32_t node) {
    while (up_[node] != node) node = up_[node] = up_[up_[node]];
    return node;
  }
  void join(StoryId a, StoryId b) {
    const std::uint32_t x = root_of(node_of(a));
    const std::uint32_t y = root_of(node_of(b));
    up_[std::max(x, y)] = std::min(x, y);
  }
  const std::vector<StoryId>& ids() const { return ids_; }

 private:
  std::unordered_map<StoryId, std::uint32_t> nodes_;
  std::vector<StoryId> ids_;
  std::vector<std::uint32_t> up_;
};

// What is to be decided of a set of stories that are one.
struct Whole {
  StoryId least = std::numeric_limits<StoryId>::max();
  std::optional<StoryId> in_use;  // the least value that articles of the index have
};

}  // namespace

std::int32_t day_from_value(std::string_view digits) {
  constexpr std::size_t kDigits = 8;
  unsigned number = 0;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  if (digits.size() != kDigits || read.ec != std::errc() || read.ptr != end) return kNoDay;
  const auto day = make_day(static_cast<int>(number / 10'000), number / 100 % 100, number % 100);
  if (!day) return kNoDay;
  return static_cast<std::int32_t>(std::chrono::sys_days(*day).time_since_epoch().count());
}

class StoryGrouper::Impl {
 public:
  Impl(std::vector<NewArticle> articles, const store::StoryMerges& known)
      : articles_(std::move(articles)),
        known_(known),
        samples_(samples_of(articles_)),
        buckets_(samples_) {
    for (const Sample& sample : samples_) add_story(sample.key());
    for (std::size_t bucket = 0; bucket < Buckets::count(); ++bucket) join_within(bucket);
  }

  const std::vector<NewArticle>& articles() const { return articles_; }

  bool knows_like(const StorySketch& sketch) const {
    for (std::size_t i = 0; i < StorySketch::kMinima; ++i) {
      if (!buckets_.at(Buckets::bucket_of(i, sketch)).empty()) return true;
    }
    return false;
  }

  void meet(const StorySketch& sketch, std::int32_t day, const Asked& asked) {
    std::optional<StoryMark> mark;
    std::optional<StoryId> story;
    for (std::size_t minimum = 0; minimum < StorySketch::kMinima; ++minimum) {
      for (const std::uint32_t i : compared_in(Buckets::bucket_of(minimum, sketch))) {
        const Sample& sample = samples_[i];
        const auto days = days_between(sample.day, day);
        if (has_met(sample.sketch(), sketch, minimum)) continue;
        if (!may_be_copies(sample.sketch(), sketch, days)) continue;
        if (!mark && !(mark = asked.mark())) return;
        if (!are_copies(*sample.mark, *mark, days)) continue;
        if (!story) {
          if (!(story = asked.story())) return;
          add_story(*story);
          in_use_.push_back(*story);
        }
        stories_.join(sample.key(), *story);
      }
    }
  }

  Grouping finish() {
    const std::vector<Whole> wholes = find_wholes();
    Grouping grouping;
    for (const NewArticle& article : articles_) {
      const Whole& whole = wholes[stories_.root_of(stories_.node_of(article.mark.key))];
      const StoryId value = value_for(article.mark.key, whole);
      if (value != article.mark.key) grouping.stories.emplace_back(article.number, value);
      if (value != whole.least) grouping.merges.push_back({value, whole.least});
    }
    for (const StoryId value : in_use_) {
      const Whole& whole = wholes[stories_.root_of(stories_.node_of(value))];
      if (value != whole.least) grouping.merges.push_back({value, whole.least});
    }
    std::sort(grouping.stories.begin(), grouping.stories.end());
    drop_known(grouping.merges);
    return grouping;
  }

 private:
  // With what it is known to be part of.
  void add_story(StoryId story) {
    const StoryId whole = known_.story_of(story);
    if (whole == story) {
      stories_.node_of(story);
    } else {
      stories_.join(story, whole);
    }
  }

  // Two that agree in an earlier minimum have been compared there.
  static bool has_met(const StorySketch& a, const StorySketch& b, std::size_t minimum) {
    for (std::size_t i = 0; i < minimum; ++i) {
      if (a.minima[i] == b.minima[i]) return true;
    }
    return false;
  }

  bool are_like(std::uint32_t a, std::uint32_t b) const {
    return are_copies(*samples_[a].mark, *samples_[b].mark,
                      days_between(samples_[a].day, samples_[b].day));
  }

  void join_within(std::size_t bucket) {
    const auto members = buckets_.at(bucket);
    if (members.size() > kMostCompared) return join_crowd(bucket, members);
    const std::size_t minimum = bucket / kValues;
    for (std::size_t i = 1; i < members.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const std::uint32_t a = members[i];
        const std::uint32_t b = members[j];
        if (has_met(samples_[a].sketch(), samples_[b].sketch(), minimum)) continue;
        if (are_like(a, b)) stories_.join(samples_[a].key(), samples_[b].key());
      }
    }
  }

  // Each with the first ones that are no copies of one another.
  void join_crowd(std::size_t bucket, std::span<const std::uint32_t> members) {
    std::vector<std::uint32_t>& leaders = leaders_[bucket];
    for (const std::uint32_t member : members) {
      const auto like = std::find_if(leaders.begin(), leaders.end(), [&](std::uint32_t leader) {
        return are_like(member, leader);
      });
      if (like != leaders.end()) {
        stories_.join(samples_[member].key(), samples_[*like].key());
      } else if (leaders.size() < kMostCompared) {
        leaders.push_back(member);
      }
    }
  }

  std::span<const std::uint32_t> compared_in(std::size_t bucket) const {
    const auto members = buckets_.at(bucket);
    return members.size() > kMostCompared ? leaders_.at(bucket) : members;
  }

  // By root.
  std::vector<Whole> find_wholes() {
    std::sort(in_use_.begin(), in_use_.end());
    in_use_.erase(std::unique(in_use_.begin(), in_use_.end()), in_use_.end());
    std::vector<Whole> wholes(stories_.ids().size());
    for (std::uint32_t node = 0; node < wholes.size(); ++node) {
      Whole& whole = wholes[stories_.root_of(node)];
      whole.least = std::min(whole.least, stories_.ids()[node]);
    }
    for (const StoryId value : in_use_) {  // ascending
      Whole& whole = wholes[stories_.root_of(stories_.node_of(value))];
      if (!whole.in_use) whole.in_use = value;
    }
    return wholes;
  }

  // What Xapian's collapse is to find equal to what the index has.
  StoryId value_for(StoryId key, const Whole& whole) const {
    if (whole.in_use) return *whole.in_use;
    // Its very words came before, and were merged: articles with this value are there.
    return known_.story_of(key) == key ? whole.least : key;
  }

  void drop_known(std::vector<store::StoryMerge>& merges) const {
    std::sort(merges.begin(), merges.end(), [](const auto& a, const auto& b) {
      return std::pair(a.value, a.story) < std::pair(b.value, b.story);
    });
    merges.erase(std::unique(merges.begin(), merges.end()), merges.end());
    std::erase_if(merges, [this](const store::StoryMerge& merge) {
      return known_.story_of(merge.value) == merge.story;
    });
  }

  const std::vector<NewArticle> articles_;
  const store::StoryMerges& known_;
  const std::vector<Sample> samples_;
  const Buckets buckets_;
  std::unordered_map<std::size_t, std::vector<std::uint32_t>> leaders_;
  Stories stories_;
  std::vector<StoryId> in_use_;  // values of articles of the index that new ones are copies of
};

StoryGrouper::StoryGrouper(std::vector<NewArticle> articles, const store::StoryMerges& known)
    : impl_(std::make_unique<Impl>(std::move(articles), known)) {}
StoryGrouper::~StoryGrouper() = default;

const std::vector<NewArticle>& StoryGrouper::articles() const { return impl_->articles(); }

bool StoryGrouper::knows_like(const StorySketch& sketch) const { return impl_->knows_like(sketch); }

void StoryGrouper::meet(const StorySketch& sketch, std::int32_t day, const Asked& asked) {
  impl_->meet(sketch, day, asked);
}

Grouping StoryGrouper::finish() { return impl_->finish(); }

}  // namespace dateline::indexer
