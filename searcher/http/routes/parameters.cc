#include "searcher/http/routes/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/edit_rows.h"

namespace dateline::http {
namespace {

bool is_own(const Parameters& parameters, std::string_view name) {
  return std::any_of(parameters.own.begin(), parameters.own.end(),
                     [name](const Parameter& one) { return one.name == name; });
}

bool is_option(const Parameters& parameters, const search::RequestOption& option) {
  return parameters.wanted(option) && !option.privileged && !is_own(parameters, option.name);
}

Error unknown_parameter(const Parameters& parameters, std::string_view name) {
  std::vector<std::string_view> all;
  for (const Parameter& one : all_of(parameters)) all.push_back(one.name);
  const std::string_view nearest = nearest_name(name, all);
  return {ErrorCode::kUsage, fmt::format("“{}” is no parameter here", name),
          nearest.empty() ? fmt::format("parameters are {}", fmt::join(all, ", "))
                          : fmt::format("did you mean {}?", nearest)};
}

// Fails for a parameter that the route does not take; else sorts out those for request_from().
Result<std::vector<search::NamedValue>> options_in(const Question& question,
                                                   const Parameters& parameters) {
  std::vector<search::NamedValue> out;
  for (const search::NamedValue& given : question.target.parameters) {
    if (is_own(parameters, given.name)) continue;
    const auto rows = search::request_options();
    const bool taken = std::any_of(rows.begin(), rows.end(), [&](const auto& option) {
      return option.name == given.name && is_option(parameters, option);
    });
    if (!taken) return failure(unknown_parameter(parameters, given.name));
    out.push_back(given);
  }
  return out;
}

Status within(const search::Request& request, const Limits& limits) {
  if (request.limit > limits.hits) {
    return failure(ErrorCode::kUsage,
                   fmt::format("limit {} is over the bound of {}", request.limit, limits.hits),
                   "ask for fewer, and for the next ones with offset");
  }
  if (request.offset + request.limit > limits.reach) {
    return failure(ErrorCode::kUsage,
                   fmt::format("offset + limit {} is over the bound of {}",
                               request.offset + request.limit, limits.reach),
                   "narrow the query, or its range of dates");
  }
  return {};
}

}  // namespace

std::vector<Parameter> all_of(const Parameters& parameters) {
  std::vector<Parameter> out(parameters.own.begin(), parameters.own.end());
  for (const search::RequestOption& option : search::request_options()) {
    if (!is_option(parameters, option)) continue;
    out.push_back({option.name, option.value, option.help, false, option.repeatable});
  }
  return out;
}

Result<search::Request> request_of(const Question& question, const Parameters& parameters) {
  const auto options = options_in(question, parameters);
  if (!options) return failure(options.error());
  // Who asks is part of the question that a cursor belongs to.
  search::Request asked;
  if (!question.asker.sees_everything) asked.groups = question.asker.groups;
  asked.all_statuses = question.asker.sees_all_statuses;
  auto request = search::request_from(*options, std::move(asked));
  if (!request) return request;
  if (auto fits = within(*request, question.limits); !fits) return failure(fits.error());
  request->deadline = std::min(request->deadline, question.limits.answer_time);
  request->cancellation = question.http.gone;
  return request;
}

std::vector<std::string> values_of(const Question& question, std::string_view name) {
  std::vector<std::string> out;
  for (const search::NamedValue& given : question.target.parameters) {
    if (given.name == name) out.push_back(given.value);
  }
  return out;
}

}  // namespace dateline::http
