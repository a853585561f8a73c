#include "indexer/stories/sketch.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "common/base/probe_table.h"
#include "common/base/strings.h"
#include "common/text/fold.h"
#include "indexer/stories/words.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kShingleWords = 3;
constexpr std::size_t kMostFacts = 7;
constexpr std::uint32_t kMostLevel = 7;
constexpr unsigned kLevelBits = 3;
constexpr unsigned kLengthBits = 3;
constexpr std::uint32_t kLeastLength = 5;
constexpr std::uint32_t kMostLength = 12;
constexpr std::uint64_t kMultiplier = 0x2545F4914F6CDD1DULL;

// A headline is written anew by each outlet, in capitals or not: any of its words that is not short
// may be a name.
constexpr std::uint32_t kShortWord = 3;

constexpr auto kSeeds = [] {
  std::array<std::uint64_t, StorySketch::kMinima> seeds{};
  for (std::size_t i = 0; i < seeds.size(); ++i) seeds[i] = spread(i * 7919 + 13) | 1U;
  return seeds;
}();

bool is_drawn(std::uint32_t hash, std::uint32_t level) { return (hash & ((1U << level) - 1)) == 0; }

// Draws from a set by the hashes of its members, however large it is.
class FactSampler {
 public:
  void add(std::uint64_t word) {
    const auto hash = static_cast<std::uint32_t>(spread(word * 3 + 1));
    if (!is_drawn(hash, list_.level)) return;
    std::vector<std::uint32_t>& hashes = list_.hashes;
    const auto place = std::lower_bound(hashes.begin(), hashes.end(), hash);
    if (place != hashes.end() && *place == hash) return;
    hashes.insert(place, hash);
    while (hashes.size() > FactList::kMost) raise();
  }

  // Of the list, at most kMostFacts.
  FactSample sample() const {
    FactSample out;
    out.level = std::min(list_.level, kMostLevel);
    const auto drawn = [&](std::uint32_t hash) { return is_drawn(hash, out.level); };
    while (out.level<kMostLevel&& static_cast<std::size_t>(
               std::count_if(list_.hashes.begin(), list_.hashes.end(), drawn))>
               kMostFacts) {
      ++out.level;
    }
    for (const std::uint32_t hash : list_.hashes) {
      if (drawn(hash)) out.bits |= 1U << (std::uint64_t{hash} * StorySketch::kFactBits >> 32);
    }
    return out;
  }

  FactList take() { return std::move(list_); }

 private:
  void raise() {
    ++list_.level;
    std::erase_if(list_.hashes,
                  [this](std::uint32_t hash) { return !is_drawn(hash, list_.level); });
  }

  FactList list_;
};

// The hash of a list of words, a block at a time: each block's is the seed of the next one's.
class ListHash {
 public:
  void add(std::uint64_t word) {
    block_[used_] = word;
    if (++used_ == block_.size()) flush();
  }

  std::uint64_t finish() {
    flush();
    return hash_;
  }

 private:
  void flush() {
    hash_ = XXH3_64bits_withSeed(block_.data(), used_ * sizeof(std::uint64_t), hash_);
    used_ = 0;
  }

  std::array<std::uint64_t, 128> block_{};
  std::size_t used_ = 0;
  std::uint64_t hash_ = 0;
};

class Sketcher {
 public:
  // Of a short text each number counts; of a long one those of one digit are too many alike.
  explicit Sketcher(bool is_short) : fewest_digits_(is_short ? 1 : 2) {
    minima_.fill(std::numeric_limits<std::uint64_t>::max());
  }

  void read_headline(std::string_view text) { read(text, true); }
  void read(std::string_view text) { read(text, false); }
  void add_to_key(std::uint64_t value) { key_.add(value); }

  std::uint32_t words() const { return words_; }

  StoryMark finish() {
    end_sentence();
    StoryMark mark;
    mark.key = key_.finish();
    StorySketch& sketch = mark.sketch;
    for (std::size_t i = 0; i < StorySketch::kMinima; ++i) {
      constexpr unsigned kUniformBits = 20;
      sketch.minima[i] = static_cast<std::uint16_t>(minima_[i] >> kUniformBits &
                                                    ((1U << StorySketch::kMinimumBits) - 1));
    }
    sketch.numbers = numbers_.sample();
    sketch.names = names_.sample();
    mark.facts = {numbers_.take(), names_.take(), words_with_case_ * 2 > words_};
    sketch.length = static_cast<std::uint8_t>(
        std::clamp(static_cast<std::uint32_t>(std::bit_width(words_)), kLeastLength, kMostLength));
    return mark;
  }

 private:
  void read(std::string_view text, bool is_headline) {
    HashedWord word;
    for (WordReader reader(text); reader.next(word);) {
      key_.add(word.hash);
      ++words_;
      words_with_case_ += word.has_case ? 1 : 0;
      if (word.begins_sentence) end_sentence();
      shingle_ = {shingle_[1], shingle_[2], word.hash};
      if (++in_sentence_ >= kShingleWords) take_shingle();
      if (word.kind == WordKind::kNumber) {
        if (word.letters >= fewest_digits_) numbers_.add(word.hash);
      } else if (word.kind == WordKind::kName || (is_headline && word.letters > kShortWord)) {
        names_.add(word.hash);
      }
    }
  }

  // A sentence of fewer words is a shingle by itself.
  void end_sentence() {
    if (in_sentence_ > 0 && in_sentence_ < kShingleWords) take_shingle();
    in_sentence_ = 0;
    shingle_ = {};
  }

  void take_shingle() {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : shingle_) hash = hash * kMultiplier + word;
    hash = spread(hash);
    for (std::size_t i = 0; i < StorySketch::kMinima; ++i) {
      minima_[i] = std::min(minima_[i], (hash ^ kSeeds[i]) * kSeeds[i]);
    }
  }

  ListHash key_;
  std::array<std::uint64_t, kShingleWords> shingle_{};
  std::array<std::uint64_t, StorySketch::kMinima> minima_{};
  FactSampler numbers_;
  FactSampler names_;
  std::uint32_t fewest_digits_;
  std::uint32_t words_ = 0;
  std::uint32_t words_with_case_ = 0;
  std::uint32_t in_sentence_ = 0;  // words of the sentence at hand
};

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

// Sign for sign, but for case and how much white space there is.
std::uint64_t hash_of_text(const Article& article) {
  std::string text;
  for (const std::string_view part :
       {std::string_view(article.headline), std::string_view(article.standfirst),
        std::string_view(article.body)}) {
    const std::string spaced = collapse_whitespace(part);
    for (const std::string_view word : split(spaced, ' ')) {
      text.append(text::case_folded(word)).append(" ");
    }
    text += '\n';
  }
  return hash_of(text);
}

StoryMark mark_of_short(const Article& article) {
  Sketcher all(/*is_short=*/true);
  all.read_headline(article.headline);
  all.read(article.standfirst);
  all.read(article.body);
  if (all.words() == 0) all.add_to_key(hash_of(article.id));
  if (all.words() < kTinyWords) all.add_to_key(hash_of_text(article));
  if (all.words() < kFlashWords && article.published) {
    const auto day = std::chrono::sys_days(article.published->day()).time_since_epoch();
    all.add_to_key(static_cast<std::uint64_t>(day.count()));
  }
  return all.finish();
}

// Numbers of a few bits each, packed one behind the other.
class BitWriter {
 public:
  explicit BitWriter(std::size_t bytes) : out_(bytes, '\0') {}
  void put(std::uint32_t value, unsigned bits) {
    for (unsigned i = 0; i < bits; ++i, ++at_) {
      if ((value >> i & 1U) == 0) continue;
      out_[at_ / 8] = static_cast<char>(static_cast<unsigned char>(out_[at_ / 8]) | 1U << at_ % 8);
    }
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  std::size_t at_ = 0;
};

class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}
  std::uint32_t take(unsigned bits) {
    std::uint32_t value = 0;
    for (unsigned done = 0; done < bits;) {
      const auto byte = static_cast<unsigned char>(bytes_[at_ / 8]);
      const unsigned here = std::min(8U - static_cast<unsigned>(at_ % 8), bits - done);
      value |= (static_cast<std::uint32_t>(byte) >> at_ % 8 & ((1U << here) - 1)) << done;
      done += here;
      at_ += here;
    }
    return value;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

static_assert(StorySketch::kMinima * StorySketch::kMinimumBits +
                  std::size_t{2} * (StorySketch::kFactBits + kLevelBits) + kLengthBits ==
              StorySketch::kBytes * 8);

}  // namespace

StoryMark mark_of(const Article& article) {
  Sketcher body(/*is_short=*/false);
  body.read(article.body);
  return body.words() >= kLongWords ? body.finish() : mark_of_short(article);
}

std::string encode_sketch(const StorySketch& sketch) {
  BitWriter out(StorySketch::kBytes);
  for (const std::uint16_t minimum : sketch.minima) out.put(minimum, StorySketch::kMinimumBits);
  for (const FactSample& sample : {sketch.numbers, sketch.names}) {
    out.put(sample.level, kLevelBits);
    out.put(sample.bits, StorySketch::kFactBits);
  }
  out.put(sketch.length - kLeastLength, kLengthBits);
  return out.take();
}

std::optional<StorySketch> decode_sketch(std::string_view bytes) {
  if (bytes.size() != StorySketch::kBytes) return std::nullopt;
  BitReader in(bytes);
  StorySketch sketch;
  for (std::uint16_t& minimum : sketch.minima) {
    minimum = static_cast<std::uint16_t>(in.take(StorySketch::kMinimumBits));
  }
  for (FactSample* sample : {&sketch.numbers, &sketch.names}) {
    sample->level = in.take(kLevelBits);
    sample->bits = in.take(StorySketch::kFactBits);
  }
  sketch.length = static_cast<std::uint8_t>(in.take(kLengthBits) + kLeastLength);
  return sketch;
}

}  // namespace dateline::indexer
