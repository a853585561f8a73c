// Tested by tests/common/text/spellings/sign_plurals_test.cc.
#include "common/text/spellings/sign_plurals.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"

namespace dateline::text {
namespace {

// The word without its "s"; empty where it does not end so.
std::string_view without_s(std::string_view word) {
  return word.size() > 1 && word.back() == 's' ? word.substr(0, word.size() - 1)
                                               : std::string_view();
}

bool is_all_digits(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, is_ascii_digit);
}

bool is_decade(std::string_view digits) {
  return (digits.size() == 2 || digits.size() == 4) && digits.back() == '0';
}

// "A320", "MH17": a letter, and figures at the end.
bool is_model(std::string_view word) {
  return is_ascii_alpha(word[0]) && is_ascii_digit(word.back()) &&
         std::ranges::all_of(word, is_ascii_alnum);
}

// "NGO", "PhD": two capitals at least, of which one is the last letter.
bool is_acronym(std::string_view word) {
  return is_ascii_upper(word.back()) && std::ranges::all_of(word, is_ascii_alpha) &&
         std::ranges::count_if(word, is_ascii_upper) >= 2;
}

// Initials of something in the singular.
constexpr auto kNoPlurals = std::to_array<std::string_view>(
    {"bbs", "cbs", "cds", "cfs", "cms", "cns", "css", "dns", "fps", "gms", "gps", "hms",
     "kbs", "lbs", "mbs", "mms", "mrs", "mts", "nfs", "nhs", "nks", "pbs", "pds", "pls",
     "plz", "pms", "rms", "rps", "rss", "sms", "tbs", "tcs", "tds", "tks", "tls", "tts"});
static_assert(std::ranges::is_sorted(kNoPlurals));

constexpr std::string_view kVowels = "aeiouy";

}  // namespace

std::size_t singular_length(std::string_view word) {
  const std::string_view single = without_s(word);
  if (single.size() < 2) return 0;
  const bool number = is_all_digits(single) && !is_decade(single);
  return number || is_model(single) || is_acronym(single) ? single.size() : 0;
}

std::size_t singular_length_in_model(std::string_view before, std::string_view word) {
  constexpr std::size_t kLongest = 3;
  const std::string_view single = without_s(word);
  const bool letters = !before.empty() && before.size() <= kLongest && before != "mid" &&
                       before != "pre" && std::ranges::all_of(before, is_ascii_alpha);
  const bool year = single.size() > kLongest;
  return letters && !year && is_all_digits(single) ? single.size() : 0;
}

std::size_t singular_length_in_small_letters(std::string_view word) {
  const std::string_view single = without_s(word);
  const bool letters = single.size() >= 2 && std::ranges::all_of(single, is_ascii_lower) &&
                       single.find_first_of(kVowels) == std::string_view::npos;
  const bool one = single.ends_with('s') || std::ranges::binary_search(kNoPlurals, word);
  return letters && !one ? single.size() : 0;
}

}  // namespace dateline::text
