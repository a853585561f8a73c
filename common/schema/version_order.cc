// A byte of flags, eight bytes of a time where there is one, then eight for each number of a version.
// Tested by tests/common/schema/version_order_test.cc.
#include "common/schema/version_order.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "common/base/strings.h"

namespace dateline::schema {
namespace {

constexpr unsigned kSignalled = 1;
constexpr unsigned kWithdrawn = 2;
constexpr unsigned kTimed = 4;
constexpr unsigned kModified = 8;  // the time is that of a modification
constexpr unsigned kAllFlags = 15;
constexpr std::size_t kNumberBytes = 8;
// More are no version, but a text. A version may be a time of fourteen digits.
constexpr std::size_t kMostNumbers = 6;
constexpr std::size_t kMostDigits = 18;

using Numbers = std::vector<std::uint64_t>;

// Empty for what is no version of numbers. "2.0" is "2".
Numbers numbers_of(std::string_view version) {
  Numbers out;
  for (const std::string_view part : split(trim(version), '.')) {
    std::uint64_t number = 0;
    const char* const end = part.data() + part.size();
    if (part.size() > kMostDigits || out.size() == kMostNumbers) return {};
    const auto read = std::from_chars(part.data(), end, number);
    if (part.empty() || read.ec != std::errc() || read.ptr != end) return {};
    out.push_back(number);
  }
  while (out.size() > 1 && out.back() == 0) out.pop_back();
  return out;
}

void put(std::string& out, std::uint64_t number) {
  for (std::size_t i = kNumberBytes; i-- > 0;) out += static_cast<char>(number >> (8 * i) & 0xFFU);
}

std::uint64_t number_at(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char c : bytes.substr(0, kNumberBytes)) {
    number = number << 8U | static_cast<unsigned char>(c);
  }
  return number;
}

struct Order {
  unsigned flags = 0;
  std::int64_t time = 0;
  Numbers version;

  bool is(unsigned flag) const { return (flags & flag) != 0; }
};

std::optional<Order> decode(std::string_view bytes) {
  if (bytes.empty() || bytes.size() % kNumberBytes != 1) return std::nullopt;
  Order out;
  out.flags = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  if (out.flags > kAllFlags || bytes.size() > (kMostNumbers + 1) * kNumberBytes)
    return std::nullopt;
  if (out.is(kTimed)) {
    if (bytes.empty()) return std::nullopt;
    out.time = static_cast<std::int64_t>(number_at(bytes));
    bytes.remove_prefix(kNumberBytes);
  }
  for (; !bytes.empty(); bytes.remove_prefix(kNumberBytes)) out.version.push_back(number_at(bytes));
  return out;
}

// A kill may carry the time at which its article was published: only the times of two modifications
// tell whether a withdrawal came before what it withdraws.
bool have_comparable_times(const Order& a, const Order& b) {
  const bool withdraws = a.is(kWithdrawn) || b.is(kWithdrawn);
  return a.is(kTimed) && b.is(kTimed) && (!withdraws || (a.is(kModified) && b.is(kModified)));
}

std::optional<bool> is_earlier(const Order& a, const Order& b) {
  if (!a.version.empty() && !b.version.empty() && a.version != b.version) {
    return a.version < b.version;
  }
  if (have_comparable_times(a, b) && a.time != b.time) return a.time < b.time;
  return std::nullopt;
}

}  // namespace

std::string version_order(const Article& article) {
  const Numbers version = numbers_of(article.version.text);
  const std::optional<Timestamp>& time = article.modified ? article.modified : article.published;
  const bool is_timed = time && time->has_time();
  unsigned flags = 0;
  if (!article.version.text.empty() || article.status) flags |= kSignalled;
  if (article.status.value_or(ArticleStatus::kUsable) != ArticleStatus::kUsable) {
    flags |= kWithdrawn;
  }
  if (is_timed) flags |= article.modified ? kTimed | kModified : kTimed;
  std::string out(1, static_cast<char>(flags));
  if (is_timed) put(out, static_cast<std::uint64_t>(time->instant()));
  for (const std::uint64_t number : version) put(out, number);
  return out;
}

bool is_signalled(std::string_view order) {
  const auto decoded = decode(order);
  return decoded && decoded->is(kSignalled);
}

bool is_outdated(std::string_view arriving, std::string_view standing) {
  const auto now = decode(arriving);
  const auto before = decode(standing);
  if (!now || !before || !before->is(kSignalled)) return false;
  if (!now->is(kSignalled) && !before->is(kWithdrawn)) return false;
  const auto earlier = is_earlier(*now, *before);
  return earlier ? *earlier : before->is(kWithdrawn) && !now->is(kWithdrawn);
}

}  // namespace dateline::schema
