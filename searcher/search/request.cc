#include "searcher/search/request.h"

#include <fmt/format.h>
#include <xapian.h>

#include <cstdint>
#include <limits>
#include <string_view>

#include "common/base/utf8.h"
#include "common/names/comparison.h"
#include "common/store/guard.h"
#include "common/text/values.h"
#include "searcher/query/query.h"

namespace dateline::search {
namespace {

constexpr std::uint64_t kNoBound = std::numeric_limits<std::uint64_t>::max();

Status at_most(std::string_view option, std::uint64_t value, std::uint64_t max) {
  if (value <= max) return {};
  return failure(ErrorCode::kUsage,
                 fmt::format("{} {} is over the bound of {}", option, value, max),
                 fmt::format("ask for at most {}", max));
}

}  // namespace

Status check_name(const std::string& name) {
  if (auto ok = at_most("the length of a name", name.size(), names::kMaxNameBytes); !ok) return ok;
  if (!text::fold_value(name).empty()) return {};
  return failure(ErrorCode::kUsage, fmt::format("“{}” has no letters or digits", name),
                 "give the name of a person, an organisation or a place");
}

Status check(const Request& request) {
  if (auto ok = at_most("limit", request.limit, request.streams ? kNoBound : kMaxLimit); !ok) {
    return ok;
  }
  // Each of the two is bounded first, so that their sum cannot wrap round.
  if (auto ok = at_most("the number of facets", request.facets.size(), kMaxFacets); !ok) return ok;
  if (auto ok = at_most("offset", request.offset, kMaxReach); !ok) return ok;
  const std::size_t reach = request.offset + (request.streams ? 0 : request.limit);
  if (auto ok = at_most("offset + limit", reach, kMaxReach); !ok) return ok;
  if (auto ok = at_most("significant", request.significant, kMaxSignificant); !ok) return ok;
  if (auto ok = at_most("snippet", request.snippet_chars, kMaxSnippetChars); !ok) return ok;
  return check(static_cast<const CallOptions&>(request));
}

Status check(const CallOptions& options) {
  constexpr std::uint64_t kDayOfMilliseconds = 86'400'000;
  if (options.groups) {
    if (auto ok = at_most("the number of groups", options.groups->size(), kMaxGroups); !ok) {
      return ok;
    }
  }
  if (options.deadline.count() < 0) {
    return failure(ErrorCode::kUsage, "the deadline is negative", "give milliseconds from 0");
  }
  return at_most("deadline", static_cast<std::uint64_t>(options.deadline.count()),
                 kDayOfMilliseconds);
}

std::optional<query::TextPlace> place_of_fault(const Request& request) {
  std::optional<query::TextPlace> place;
  const Status read = store::guard("reading the query", [&]() -> Status {
    query::QueryOptions options;
    options.match = request.match;
    options.spelling = request.spelling;
    const Xapian::Database empty(std::string(), Xapian::DB_BACKEND_INMEMORY);
    const auto compiled = query::compile(request.query, options, empty);
    if (!compiled) place = query::place_of(request.query, compiled.error());
    return {};
  });
  return read ? place : std::nullopt;
}

Status check_beginning(std::string_view typed, std::size_t limit) {
  if (auto ok = at_most("limit", limit, kMaxCompletions); !ok) return ok;
  if (typed.size() > kMaxBeginning) {
    return failure(ErrorCode::kUsage,
                   fmt::format("the beginning is {} bytes long; at most {} are read", typed.size(),
                               kMaxBeginning),
                   "leave some words out");
  }
  if (!is_valid_utf8(typed)) {
    return failure(ErrorCode::kUsage, "the beginning is no UTF-8 text", "set a UTF-8 locale");
  }
  return {};
}

}  // namespace dateline::search
