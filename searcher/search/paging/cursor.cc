#include "searcher/search/paging/cursor.h"

#include <fmt/format.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <vector>

#include "common/base/fingerprint.h"
#include "common/schema/fields.h"

namespace dateline::search {
namespace {

constexpr std::string_view kVersion = "01";
constexpr std::size_t kNumberDigits = 16;  // of 64 bits
constexpr std::size_t kChecksumDigits = 8;
constexpr std::string_view kDated = "d";
constexpr std::string_view kUndated = "u";

std::string digits_of(std::uint64_t number) { return fmt::format("{:016x}", number); }

std::string digits_of(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return out;
}

std::string checksum_of(std::string_view text) {
  return fingerprint(text).substr(0, kChecksumDigits);
}

// Takes fields off the front of a text.
class Fields {
 public:
  explicit Fields(std::string_view text) : text_(text) {}

  std::string_view take(std::size_t size) {
    const std::string_view out = text_.substr(0, size);
    whole_ = whole_ && out.size() == size;
    text_.remove_prefix(out.size());
    return out;
  }

  std::uint64_t number() {
    const std::string_view digits = take(kNumberDigits);
    std::uint64_t out = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out, 16);
    whole_ = whole_ && read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    return out;
  }

  std::string bytes() {
    std::string out;
    while (!text_.empty() && whole_) {
      const std::string_view digits = take(2);
      unsigned byte = 0;
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
      whole_ = whole_ && read.ec == std::errc() && read.ptr == digits.data() + digits.size();
      out += static_cast<char>(byte);
    }
    return out;
  }

  bool whole() const { return whole_; }

 private:
  std::string_view text_;
  bool whole_ = true;
};

tl::unexpected<Error> damaged() {
  return failure(ErrorCode::kUsage, "this is no cursor, or a part of one",
                 "give `next` of an answer whole, or begin anew without it");
}

bool is_sound(const Cursor& cursor) {
  return std::isfinite(cursor.score) && cursor.mark != 0 && !cursor.id_term.empty() &&
         cursor.id_term.size() <= schema::kMaxTermBytes;
}

}  // namespace

std::string write_cursor(const Cursor& cursor) {
  std::string out(kVersion);
  out += digits_of(cursor.question);
  out += digits_of(cursor.rank);
  out += digits_of(std::bit_cast<std::uint64_t>(cursor.score));
  out += cursor.instant ? kDated : kUndated;
  out += digits_of(static_cast<std::uint64_t>(cursor.instant.value_or(0)));
  out += digits_of(cursor.mark);
  out += digits_of(cursor.id_term);
  return out + checksum_of(out);
}

Result<Cursor> read_cursor(std::string_view text) {
  if (text.size() > kMaxCursorBytes || text.size() <= kVersion.size() + kChecksumDigits) {
    return damaged();
  }
  const std::string_view said = text.substr(0, text.size() - kChecksumDigits);
  if (checksum_of(said) != text.substr(said.size())) return damaged();
  if (!said.starts_with(kVersion)) {
    return failure(ErrorCode::kUsage, "the cursor is of another version of this program",
                   "begin anew without it");
  }
  Fields fields(said.substr(kVersion.size()));
  Cursor cursor;
  cursor.question = fields.number();
  cursor.rank = fields.number();
  cursor.score = std::bit_cast<double>(fields.number());
  const std::string_view dated = fields.take(1);
  const auto instant = static_cast<std::int64_t>(fields.number());
  if (dated == kDated) cursor.instant = instant;
  cursor.mark = fields.number();
  cursor.id_term = fields.bytes();
  // Another text of the same meaning is none of ours either.
  if (!fields.whole() || !is_sound(cursor) || write_cursor(cursor) != text) return damaged();
  return cursor;
}

std::uint64_t question_of(const Request& request) {
  std::vector<std::string> parts{
      request.query,
      request.from,
      request.to,
      std::to_string(static_cast<int>(request.match)),
      std::to_string(static_cast<int>(request.spelling)),
      std::to_string(static_cast<int>(request.sort)),
      std::to_string(static_cast<int>(request.collapse)),
      request.recency ? std::to_string(request.recency->count()) : "",
      request.expand ? "expand" : "",
      std::to_string(static_cast<int>(request.names)),
      request.zone_offset ? std::to_string(request.zone_offset->count()) : "",
      request.all_statuses ? "statuses" : "",
      request.groups ? "groups" : "all"};
  if (request.groups) parts.insert(parts.end(), request.groups->begin(), request.groups->end());
  std::string all;
  for (const std::string& part : parts) all += fmt::format("{}:{};", part.size(), part);
  const std::string digits = fingerprint(all).substr(0, kNumberDigits);
  return Fields(digits).number();
}

Cursor cursor_at(std::uint64_t question, const Hit& hit) {
  const schema::Field& id = schema::field(schema::FieldId::kId);
  Cursor cursor;
  cursor.question = question;
  cursor.rank = hit.rank;
  cursor.score = hit.score;
  if (hit.article.published) cursor.instant = hit.article.published->instant();
  cursor.mark = schema::article_mark(hit.article.id);
  cursor.id_term = schema::make_term(id.value_prefix, hit.article.id);
  return cursor;
}

Status check_cursor(const Request& request) {
  if (request.after.empty()) return {};
  if (request.offset > 0) {
    return failure(ErrorCode::kUsage, "offset and after are two ways to say where a page begins",
                   "give one of them");
  }
  const auto cursor = read_cursor(request.after);
  if (!cursor) return failure(cursor.error());
  if (cursor->question == question_of(request)) return {};
  return failure(ErrorCode::kUsage, "the cursor belongs to another question",
                 "ask with the query, range, sort, collapse and groups of the answer that gave it");
}

}  // namespace dateline::search
