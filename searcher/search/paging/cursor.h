// Where a reader stopped in a list of hits, as a text to go on from (`--after`, `next`).
//
// It says where the last hit stood, not how many came before it: so the next page begins behind that
// hit, whatever was indexed meanwhile. By date that is exact. By relevance a growing index changes
// the scores themselves, so the place is found anew by the hit's article.
//
// To readers the text is opaque: hexadecimal digits of a version, the fields below, and a checksum.
// It belongs to one question. It is no secret, and no permission: what an asker may see is decided
// by his groups alone, each time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/schema/article_mark.h"
#include "searcher/search/answer.h"
#include "searcher/search/request.h"

namespace dateline::search {

inline constexpr std::size_t kMaxCursorBytes = 1'024;

struct Cursor {
  std::uint64_t question = 0;           // question_of() the request
  std::uint64_t rank = 0;               // of the last hit
  double score = 0;                     // of it, as all that follows
  std::optional<std::int64_t> instant;  // seconds since 1970 UTC; none without a date
  schema::ArticleMark mark = 1;
  std::string id_term;  // finds the article (schema::make_term)

  friend bool operator==(const Cursor&, const Cursor&) = default;
};

std::string write_cursor(const Cursor& cursor);

// kUsage for what write_cursor() did not give, or what was changed since. Any bytes may be given.
Result<Cursor> read_cursor(std::string_view text);

// What is asked, and in which order: two requests with the same one differ in what they show of the
// same list. To be extended with each option that says which articles match or how they are ordered.
std::uint64_t question_of(const Request& request);

// Goes on behind this hit of the answer to a request with this question.
Cursor cursor_at(std::uint64_t question, const Hit& hit);

// kUsage where `request.after` is damaged, of another question, or stands beside an offset.
Status check_cursor(const Request& request);

}  // namespace dateline::search
