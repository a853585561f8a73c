// Most members are records of some ten kilobytes: those are unpacked at once by libdeflate. Longer ones,
// and whatever is wrong with one, go through zlib or zstd piece by piece. Tested by
// tests/indexer/input/bytes/members_test.cc.
#include "indexer/input/bytes/members.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "indexer/input/bytes/member_decoder.h"
#include "indexer/input/bytes/whole_gzip.h"

namespace dateline::indexer {

namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

constexpr std::string_view kGzipMember = "\x1f\x8b\x08"sv;
constexpr std::string_view kZstdFrame = "\x28\xb5\x2f\xfd"sv;
// The skippable frame that holds a .warc.zst file's dictionary.
constexpr std::string_view kDictionaryFrame = "\x5d\x2a\x4d\x18"sv;
constexpr std::size_t kDictionaryHead = 8;
constexpr std::size_t kMostDictionary = std::size_t{16} << 20;
constexpr std::size_t kPiece = std::size_t{1} << 16;
constexpr std::size_t kMostHeld = std::size_t{16} << 20;
// The longest member that is unpacked at once, packed and unpacked.
constexpr std::size_t kQuickPacked = std::size_t{256} << 10;
constexpr std::size_t kQuickText = std::size_t{1} << 20;
// A gzip's head and end, and what it may have at most beside text that cannot be packed.
constexpr std::uint64_t kGzipAround = 18;
constexpr std::uint64_t kMostAround = 1024;

// A dictionary as it lies in the file: as it is, or compressed itself. Empty where it is damaged or
// too large: its frames cannot be read then, and say so.
std::string dictionary_of(std::string_view stored, std::size_t max_window_bytes) {
  if (!stored.starts_with(kZstdFrame)) return std::string(stored);
  std::string out(kMostDictionary, '\0');
  const auto decoder = zstd_decoder({}, max_window_bytes);
  std::size_t size = 0;
  for (Decoded step; !step.ended; size += step.given, stored.remove_prefix(step.taken)) {
    step = decoder->decode(stored, out.data() + size, out.size() - size);
    if (step.damaged || (step.taken == 0 && step.given == 0)) return {};
  }
  out.resize(size);
  return out;
}

bool text_begins(MemberDecoder& decoder, std::string_view packed, std::string_view begins) {
  std::array<char, 64> text{};
  std::size_t size = 0;
  decoder.begin();
  while (size < begins.size()) {
    const Decoded step = decoder.decode(packed, text.data() + size, text.size() - size);
    size += step.given;
    packed.remove_prefix(step.taken);
    if (step.damaged || step.ended || (step.given == 0 && step.taken == 0)) break;
  }
  return std::string_view(text.data(), size).starts_with(begins);
}

// What the head of the dictionary's frame says of its length; 0 where there is none.
std::size_t dictionary_bytes(std::string_view raw) {
  if (!raw.starts_with(kDictionaryFrame) || raw.size() < kDictionaryHead) return 0;
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    size |= std::size_t{static_cast<unsigned char>(raw[4 + i])} << (8 * i);
  }
  return size;
}

// What follows the dictionary's frame at the beginning of a .warc.zst, and the dictionary.
std::string_view dictionary_at(std::string_view raw) {
  const std::size_t size = dictionary_bytes(raw);
  return size == 0 ? std::string_view() : raw.substr(kDictionaryHead, size);
}

}  // namespace

class Members::State {
 public:
  State(std::unique_ptr<BufferedSource> raw, std::string_view begins, std::size_t max_window_bytes)
      : raw_(std::move(raw)), begins_(begins) {
    const std::string_view head = raw_->peek(kDictionaryHead);
    if (head.starts_with(kGzipMember)) {
      magic_ = kGzipMember;
      decoder_ = gzip_decoder();
    } else if (head.starts_with(kZstdFrame) || head.starts_with(kDictionaryFrame)) {
      magic_ = kZstdFrame;
      decoder_ = zstd_decoder(read_dictionary(max_window_bytes), max_window_bytes);
    }
  }

  bool is_plain() const { return !decoder_; }
  std::unique_ptr<BufferedSource> take_raw() { return std::move(raw_); }
  std::uint64_t offset() const { return offset_; }
  const std::optional<Refusal>& refusal() const { return refusal_; }

  // Goes to the next member, or to where one had to be; false at the end.
  bool find_next() {
    if (found_) return true;
    leave_member();
    for (;;) {
      const std::string_view head = raw_->peek(kPiece);
      const std::size_t at = head.find(magic_);
      if (at == 0 && text_begins(*decoder_, head, begins_)) return found_ = true;
      if (std::exchange(one_is_due_, false) &&
          !is_padding(head.substr(0, at == 0 ? head.size() : at)))
        return found_ = is_lost_ = true;
      if (head.size() < magic_.size()) {
        refusal_ = raw_->refusal();
        return false;
      }
      // A magic number may lie across the end of what is seen.
      const std::size_t next = head.find(magic_, 1);
      advance(next != std::string_view::npos ? next : head.size() - (magic_.size() - 1));
    }
  }

  std::string beginning(std::size_t most) {
    std::string text(most, '\0');
    std::size_t size = 0;
    std::string_view packed = raw_->peek(kPiece);
    decoder_->begin();
    for (Decoded step; size < most && !step.ended; packed.remove_prefix(step.taken)) {
      step = decoder_->decode(packed, text.data() + size, most - size);
      size += step.given;
      if (step.damaged || (step.given == 0 && step.taken == 0)) break;
    }
    text.resize(size);
    return text;
  }

  bool leave_out(std::uint64_t packed, std::uint64_t text) {
    const bool likely = magic_ == kGzipMember && !is_lost_ && packed > kGzipAround &&
                        packed <= text + text / 1000 + kMostAround && ends_with_size(packed, text);
    if (!likely || !is_followed_well(packed) || !raw_->leap(packed)) return false;
    offset_ += packed;
    found_ = false;
    one_is_due_ = true;
    return true;
  }

  std::optional<std::string> unpack_at_once() {
    if (magic_ != kGzipMember || is_lost_) return std::nullopt;
    if (room_.empty()) room_.resize(kQuickText);
    const auto unpacked = unpack_first_gzip(raw_->peek(kQuickPacked), room_);
    if (!unpacked) return std::nullopt;
    used_ = unpacked->taken;
    ended_ = true;
    found_ = false;
    return std::string(unpacked->text);
  }

  void begin_member() {
    if (std::exchange(is_lost_, false)) static_cast<void>(damaged(damaged_data()));
    decoder_->begin();
    inside_ = true;
    found_ = false;
  }

  tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) {
    if (damage_) return tl::unexpected(*damage_);
    while (!ended_ && size > 0) {
      const std::string_view packed = raw_->peek(used_ + 1).substr(used_);
      if (packed.empty()) {
        return damaged(raw_->refusal().value_or(Refusal{
            reject::kBadCompression, "the data ends in the middle; was the file copied whole?"}));
      }
      const Decoded step = decoder_->decode(packed, into, size);
      hold(step.taken);
      const bool stuck = step.taken == 0 && step.given == 0 && !step.ended;
      if (step.damaged || stuck) {
        return damaged(damaged_data());
      }
      ended_ = step.ended;
      if (step.given > 0) return step.given;
    }
    return std::size_t{0};
  }

 private:
  std::string read_dictionary(std::size_t max_window_bytes) {
    const std::size_t size = dictionary_at(raw_->peek(kDictionaryHead + kMostDictionary)).size();
    const std::string_view frame =
        raw_->peek(kDictionaryHead + size).substr(0, kDictionaryHead + size);
    if (!frame.starts_with(kDictionaryFrame)) return {};
    std::string out = dictionary_of(dictionary_at(frame), max_window_bytes);
    advance(frame.size());
    return out;
  }

  static Refusal damaged_data() {
    return {reject::kBadCompression, "the compressed data is damaged"};
  }

  // Zeros behind a member, as tapes have them, and frames of zstd that say that they are to be
  // passed over.
  static bool is_padding(std::string_view bytes) {
    const bool skippable = bytes.size() >= 4 &&
                           (static_cast<unsigned char>(bytes[0]) & 0xF0U) == 0x50U &&
                           bytes.substr(1, 3) == kDictionaryFrame.substr(1);
    return skippable || bytes.find_first_not_of('\0') == std::string_view::npos;
  }

  tl::unexpected<Refusal> damaged(Refusal refusal) {
    damage_ = std::move(refusal);
    return tl::unexpected(*damage_);
  }

  void hold(std::size_t more) {
    used_ += more;
    if (used_ <= kMostHeld) return;
    advance(std::exchange(used_, 0));
    is_held_ = false;
  }

  // A gzip ends with the length of its text, modulo 2^32.
  bool ends_with_size(std::uint64_t packed, std::uint64_t text) const {
    std::array<char, 4> end{};
    if (raw_->look_ahead(packed - end.size(), end.data(), end.size()) != end.size()) return false;
    std::uint32_t size = 0;
    for (std::size_t i = 0; i < end.size(); ++i) {
      size |= std::uint32_t{static_cast<unsigned char>(end[i])} << (8 * i);
    }
    return size == static_cast<std::uint32_t>(text);
  }

  bool is_followed_well(std::uint64_t packed) {
    std::array<char, 4096> seen{};
    const std::string_view next(seen.data(), raw_->look_ahead(packed, seen.data(), seen.size()));
    return next.empty() || (next.starts_with(magic_) && text_begins(*decoder_, next, begins_));
  }

  void advance(std::size_t bytes) {
    raw_->skip(bytes);
    offset_ += bytes;
  }

  // Damage can be met long after the member's end has been missed, so what comes next is looked for
  // from the member's beginning.
  void leave_member() {
    std::array<char, 4096> rest{};
    while (inside_ && !ended_ && !damage_) static_cast<void>(read(rest.data(), rest.size()));
    if (inside_ || ended_) one_is_due_ = ended_;
    if (ended_) {
      advance(used_);
    } else if (inside_ && is_held_) {
      advance(1);
    }
    used_ = 0;
    inside_ = ended_ = false;
    is_held_ = true;
    damage_.reset();
  }

  std::unique_ptr<BufferedSource> raw_;
  std::string begins_;
  std::string_view magic_;
  std::unique_ptr<MemberDecoder> decoder_;  // null: the file is plain
  std::uint64_t offset_ = 0;                // of what raw_ gives next
  std::size_t used_ = 0;                    // of what raw_ gives next, by this member
  std::vector<char> room_;                  // for what is unpacked at once
  bool is_held_ = true;                     // raw_ still has the member's beginning
  bool inside_ = false;
  bool ended_ = false;
  bool found_ = false;      // a member that has not been begun
  bool is_lost_ = false;    // what was found does not begin as members do
  bool one_is_due_ = true;  // the one before has ended well
  std::optional<Refusal> damage_;
  std::optional<Refusal> refusal_;
};

namespace {

template <typename State>
class MemberSource final : public ByteSource {
 public:
  explicit MemberSource(std::shared_ptr<State> state) : state_(std::move(state)) {}
  tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) override {
    return state_->read(into, size);
  }

 private:
  std::shared_ptr<State> state_;
};

}  // namespace

Members::Members(std::unique_ptr<BufferedSource> packed, std::string_view begins,
                 std::size_t max_window_bytes)
    : state_(std::make_shared<State>(std::move(packed), begins, max_window_bytes)) {}

Members::~Members() = default;

bool Members::is_plain() const { return state_->is_plain(); }

std::optional<Members::Member> Members::next() {
  if (state_->is_plain()) {
    auto raw = state_->take_raw();
    if (!raw) return std::nullopt;
    return Member{0, std::move(raw)};
  }
  if (!state_->find_next()) return std::nullopt;
  const std::uint64_t offset = state_->offset();
  if (auto text = state_->unpack_at_once()) {
    return Member{offset, std::make_unique<BufferedSource>(std::move(*text))};
  }
  state_->begin_member();
  return Member{offset,
                std::make_unique<BufferedSource>(std::make_unique<MemberSource<State>>(state_))};
}

std::optional<std::uint64_t> Members::find_next() {
  if (state_->is_plain() || !state_->find_next()) return std::nullopt;
  return state_->offset();
}

std::string Members::beginning(std::size_t most) { return state_->beginning(most); }

bool Members::leave_out(std::uint64_t packed, std::uint64_t text) {
  return state_->leave_out(packed, text);
}

const std::optional<Refusal>& Members::refusal() const { return state_->refusal(); }

std::size_t Members::common_bytes(std::string_view raw) {
  const std::size_t size = dictionary_bytes(raw);
  return size == 0 || size > kMostDictionary ? 0 : kDictionaryHead + size;
}

bool Members::tells(std::string_view raw, std::string_view begins) {
  if (raw.starts_with(kDictionaryFrame)) return true;
  if (raw.starts_with(kGzipMember)) {
    return text_begins(*gzip_decoder(), raw, begins);
  }
  if (!raw.starts_with(kZstdFrame)) return false;
  return text_begins(*zstd_decoder({}, std::size_t{128} << 20), raw, begins);
}

}  // namespace dateline::indexer
