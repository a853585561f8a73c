// Features stand in buckets of one cache line, three a bucket, found by the upper end of their
// hash; what finds no room goes to the next bucket. Bytes are checked as they are read: ascending
// hashes, known labels, nothing left over. Tested by
// tests/indexer/entities/model/tagger_model_test.cc and fuzzed by tests/fuzz/tagger_model_fuzz.cc.
#include "indexer/entities/model/tagger_model.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

#include "common/base/fingerprint.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kMagic = "DLTAGGER";
constexpr std::size_t kFingerprintBytes = 32;
constexpr std::size_t kHeaderBytes = kMagic.size() + 8 + kFingerprintBytes;

void put_32(std::string& out, std::uint32_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    out += static_cast<char>((value >> shift) & 0xFFU);
  }
}

void put_varint(std::string& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7U) out += static_cast<char>((value & 0x7FU) | 0x80U);
  out += static_cast<char>(value);
}

// Reads from the front of bytes; after a step beyond their end it is failed() and gives zeros.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t byte() {
    if (at_ == bytes_.size()) {
      failed_ = true;
      return 0;
    }
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }

  std::uint32_t fixed(unsigned bytes) {
    std::uint32_t value = 0;
    for (unsigned i = 0; i < bytes; ++i) value |= std::uint32_t{byte()} << (8 * i);
    return value;
  }

  std::uint32_t varint() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 32; shift += 7) {
      const std::uint32_t next = byte();
      if (shift == 28 && next > 0xF) break;  // beyond 32 bits
      value |= (next & 0x7FU) << shift;
      if (next < 0x80) return value;
    }
    failed_ = true;
    return 0;
  }

  bool failed() const { return failed_; }
  bool at_end() const { return at_ == bytes_.size(); }
  void fail() { failed_ = true; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

constexpr std::uint32_t kAllLabels = (1U << kLabels) - 1;

Transitions read_transitions(Reader& in) {
  Transitions out{};
  for (std::size_t before = 0; before < kLabels; ++before) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      out[before][label] = static_cast<std::int16_t>(in.fixed(2));
    }
  }
  return out;
}

WeightRow read_row(Reader& in, std::optional<std::uint32_t> before) {
  const std::uint32_t distance = in.varint();
  const std::uint32_t base = before.value_or(0);
  const bool sound = distance <= ~base && (distance > 0 || !before);
  WeightRow row{base + distance, {}};
  const std::uint32_t mask = in.fixed(2);
  if (!sound || mask >> kLabels != 0) in.fail();
  for (std::uint32_t left = mask & kAllLabels; left != 0; left &= left - 1) {
    row.weights[static_cast<std::size_t>(std::countr_zero(left))] =
        static_cast<std::int8_t>(in.byte());
  }
  return row;
}

void put_row(std::string& out, const WeightRow& row, std::uint32_t before) {
  put_varint(out, row.feature - before);
  std::uint32_t mask = 0;
  for (std::size_t label = 0; label < kLabels; ++label) {
    if (row.weights[label] != 0) mask |= 1U << label;
  }
  out += static_cast<char>(mask & 0xFFU);
  out += static_cast<char>(mask >> 8U);
  for (std::size_t label = 0; label < kLabels; ++label) {
    if (row.weights[label] != 0) out += static_cast<char>(row.weights[label]);
  }
}

std::vector<WordHabit> read_habits(Reader& in) {
  const std::uint32_t count = in.varint();
  if (count > WordHabits::kMost) in.fail();
  std::vector<WordHabit> out;
  std::uint32_t word = 0;
  for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
    const std::uint32_t step = in.varint();
    const std::uint32_t habit = step & 7U;
    const std::uint32_t distance = step >> 3U;
    const bool sound = habit != 0 && habit < kHabits && (distance > 0 || i == 0) &&
                       distance <= WordHabits::kGreatestWord - word;
    if (!sound) in.fail();
    word += distance;
    out.push_back({word, static_cast<Habit>(habit)});
  }
  return out;
}

void put_habits(std::string& out, const WordHabits& habits) {
  put_varint(out, static_cast<std::uint32_t>(habits.size()));
  std::uint32_t before = 0;
  for (const WordHabit& row : habits.rows()) {
    put_varint(out, (row.word - before) << 3U | static_cast<std::uint32_t>(row.habit));
    before = row.word;
  }
}

tl::unexpected<Error> corrupt(std::string_view what) {
  return failure(ErrorCode::kCorrupt, std::string("the tagger's model is damaged: ").append(what),
                 "train it again with scripts/train-tagger");
}

Result<TaggerModel> read_body(std::string_view body) {
  Reader in(body);
  const Transitions transitions = read_transitions(in);
  const std::uint32_t count = in.varint();
  if (in.failed() || count > TaggerModel::kMostFeatures) return corrupt("no count of features");
  std::vector<WeightRow> rows;
  constexpr std::size_t kLeastRowBytes = 3;
  rows.reserve(std::min<std::size_t>(count, body.size() / kLeastRowBytes));
  for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
    const auto before = rows.empty() ? std::nullopt : std::optional(rows.back().feature);
    rows.push_back(read_row(in, before));
  }
  const std::vector<WordHabit> habits = read_habits(in);
  if (in.failed() || !in.at_end()) return corrupt("its features and words do not fill it");
  return TaggerModel(transitions, rows, WordHabits(habits));
}

}  // namespace

TaggerModel::TaggerModel(const Transitions& transitions, const std::vector<WeightRow>& rows,
                         WordHabits habits)
    : transitions_(transitions),
      habits_(std::move(habits)),
      buckets_(rows.size() / 2 + 2),
      size_(rows.size()) {
  // Homes ascend with the rows, so that what was full is passed once, whatever the hashes are.
  std::size_t at = 0;
  bool wrapped = false;
  for (const WeightRow& row : rows) {
    if (!wrapped) at = std::max(at, home_of(row.feature));
    while (buckets_[at].used == kRowsInBucket) {
      at = after(at);
      wrapped |= at == 0;
    }
    Bucket& bucket = buckets_[at];
    bucket.features[bucket.used] = row.feature;
    bucket.weights[bucket.used] = row.weights;
    ++bucket.used;
  }
}

std::vector<WeightRow> TaggerModel::rows() const {
  std::vector<WeightRow> out;
  out.reserve(size_);
  for (const Bucket& bucket : buckets_) {
    for (std::size_t i = 0; i < bucket.used; ++i) {
      out.push_back({bucket.features[i], bucket.weights[i]});
    }
  }
  std::sort(out.begin(), out.end(),
            [](const WeightRow& a, const WeightRow& b) { return a.feature < b.feature; });
  return out;
}

Result<TaggerModel> TaggerModel::from_bytes(std::string_view bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() < kHeaderBytes) return corrupt("no header");
  Reader header(bytes.substr(kMagic.size()));
  if (const std::uint32_t version = header.fixed(4); version != kFormatVersion) {
    return failure(ErrorCode::kVersion,
                   "the tagger's model has format " + std::to_string(version) + ", not " +
                       std::to_string(kFormatVersion),
                   "train it again with scripts/train-tagger");
  }
  const std::string_view body = bytes.substr(kHeaderBytes);
  if (header.fixed(4) != body.size()) return corrupt("its length is wrong");
  if (bytes.substr(kMagic.size() + 8, kFingerprintBytes) != fingerprint(body)) {
    return corrupt("its fingerprint is wrong");
  }
  return read_body(body);
}

std::string TaggerModel::to_bytes() const {
  std::string body;
  for (std::size_t before = 0; before < kLabels; ++before) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      const auto bits = static_cast<std::uint16_t>(transitions_[before][label]);
      body += static_cast<char>(bits & 0xFFU);
      body += static_cast<char>(bits >> 8U);
    }
  }
  put_varint(body, static_cast<std::uint32_t>(size_));
  std::uint32_t before = 0;
  for (const WeightRow& row : rows()) {
    put_row(body, row, before);
    before = row.feature;
  }
  put_habits(body, habits_);
  std::string out(kMagic);
  put_32(out, kFormatVersion);
  put_32(out, static_cast<std::uint32_t>(body.size()));
  return out + fingerprint(body) + body;
}

}  // namespace dateline::indexer
