// Words that the query language shares with everything above it; free of Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace dateline::query {

// What adjacency means: every word, or at least one of them.
enum class Match { kAll, kAny };

// Whether a word is looked for in British and American spelling, or as it is written.
enum class Spelling { kBoth, kExact };

// Something that was dropped, relaxed, repaired or cut. `code` is stable, in lower case with
// hyphens; `text` is for people.
struct Notice {
  std::string code;
  std::string text;

  friend bool operator==(const Notice&, const Notice&) = default;
};

// What is wrong with a query, and where. describe() in describe.h prints it with a caret.
struct QueryError {
  std::size_t offset = 0;  // byte in the query text
  std::string message;     // what is wrong there
  std::string hint;        // what to type instead
};

template <typename T>
using Parsed = tl::expected<T, QueryError>;

inline tl::unexpected<QueryError> wrong(std::size_t offset, std::string message,
                                        std::string hint = {}) {
  return tl::unexpected<QueryError>(QueryError{offset, std::move(message), std::move(hint)});
}

// A query's bounds. Beyond them it is refused.
inline constexpr std::size_t kMaxQueryBytes = 4096;
inline constexpr std::size_t kMaxLevels = 64;        // brackets inside brackets
inline constexpr std::size_t kMaxTerms = 1024;       // words as written, those in phrases included
inline constexpr std::uint32_t kMaxDistance = 1000;  // of NEAR, ADJ and "…"~n
inline constexpr std::uint32_t kDefaultDistance = 10;  // of NEAR and ADJ without a number

}  // namespace dateline::query
