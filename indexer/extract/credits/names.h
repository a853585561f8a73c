// Credit lines into the names in them: "By Ann Lee and Bo Day, Associated Press" gives two people
// and one agency.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer::page {

struct Credits {
  std::vector<std::string> people;    // in order, each once
  std::vector<std::string> agencies;  // short names: "AP", "Reuters", "dpa"

  bool empty() const { return people.empty() && agencies.empty(); }
};

// Reads a credit line in any of the languages of the European press. "By", "von", "par" …, roles,
// places, e-mail addresses, handles and dates are left out. A line of more than 600 bytes gives
// none, and of more than 20 people the first 20 are taken.
Credits read_credits(std::string_view line);

// Adds the names of `more` that `into` has not yet, however they are written.
void merge(Credits& into, const Credits& more);

// True for a line that begins as credits do: "By …", "Von …", "作者：…".
bool opens_credit(std::string_view line);

// True if `text` can be one person's name: two to six words that begin with capitals (particles
// such as "van" aside), or a short run of a script without capitals.
bool is_personal_name(std::string_view text);

}  // namespace dateline::indexer::page
