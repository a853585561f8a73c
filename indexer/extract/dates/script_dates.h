// What scripts other than JSON-LD say of an article's date: {"publishedAt":"2020-01-06T14:32:10Z"},
// var publication_date = "2020-01-06 14:32";. Nothing is parsed; keys are looked for in the bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer::page {

// The values of keys that speak of publication or creation, in order, at most 64: each begins with
// a digit and is at most 40 characters long.
std::vector<std::string> script_dates(std::string_view script);

// The zones ("Europe/Berlin") that keys which speak of a time zone name, each once, at most 4:
// several are those of other places than the paper's.
std::vector<std::string> script_time_zones(std::string_view script);

}  // namespace dateline::indexer::page
