// The options of a search by their names: a row an option. The command line declares its options
// from these rows, and whatever else takes requests (HTTP parameters, a C library) reads them here
// too, so that all take the same names and refuse the same values with the same words.
//
// To add an option: a member of Request and a row in request_options.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/search/request.h"

namespace dateline::search {

// The name of the option that has the text of the query.
inline constexpr std::string_view kQueryOption = "q";
// The option that bounds how much is shown.
inline constexpr std::string_view kLimitOption = "limit";
// The option that says whether names of one entity are one.
inline constexpr std::string_view kNamesOption = "names";

struct RequestOption {
  std::string_view name;     // "limit": --limit, or limit=
  std::string_view value;    // what help calls its value; empty for a flag: true or false
  std::string_view initial;  // its value where nobody gives one; empty where it has none
  std::string_view help;     // a sentence without a full stop
  bool repeatable = false;   // may be given several times, and each counts
  bool matching = false;     // has a say in which articles match, and not only in what is shown
  bool hits = true;          // is for lists of hits, and not for another kind of answer alone
  // Puts `value` into `request`; kUsage for what is no value of the option. Bounds are check()'s.
  Status (*read)(const RequestOption& option, std::string_view value, Request& request) = nullptr;
  // Says who asks, or opens what is closed to most: for who runs the program, and taken by every
  // verb. A service never takes it from a request.
  bool privileged = false;
};

// In the order in which help lists them.
std::span<const RequestOption> request_options();

struct NamedValue {
  std::string name;
  std::string value;
};

// The request that these options make; what is not among them is as in `request`. kUsage, naming
// the option, for an unknown name, for one that is given twice and may not be, for a wrong value,
// and for what check() and check_cursor() (paging/cursor.h) refuse. The text of the query is not looked into.
Result<Request> request_from(const std::vector<NamedValue>& options, Request request = {});

}  // namespace dateline::search
