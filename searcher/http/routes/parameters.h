// Which parameters a route takes. Most are options of a search, by the same names and with the same
// help as on the command line (searcher/search/request_options.h).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/http/routes/question.h"
#include "searcher/search/request_options.h"

namespace dateline::http {

struct Parameter {
  std::string_view name;
  std::string_view value;  // what help calls its value; empty for true or false
  std::string_view help;
  bool required = false;
  bool repeatable = false;
};

struct Parameters {
  // Which options of a search; those that are privileged are none, whatever it says.
  bool (*wanted)(const search::RequestOption& option);
  // The route's own, which come first. One of an option's name stands in its place.
  std::span<const Parameter> own = {};
};

// All of them, in the order in which documents list them.
std::vector<Parameter> all_of(const Parameters& parameters);

// The request that the question's parameters make, on behalf of its asker and within the service's
// limits; what the route's own parameters say is left to it. kUsage, with words that may be sent,
// for a parameter that the route does not take, and as search::request_from().
Result<search::Request> request_of(const Question& question, const Parameters& parameters);

// The values of one of the route's own parameters, in their order.
std::vector<std::string> values_of(const Question& question, std::string_view name);

}  // namespace dateline::http
