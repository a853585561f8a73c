#include "bench/likeness/setting.h"

#include <fmt/format.h>

#include <charconv>
#include <string>

#include "common/base/strings.h"

namespace dateline::bench {
namespace {

bool set_similar(std::string_view name, double value, search::SimilarParameters& into) {
  const struct {
    std::string_view name;
    double search::SimilarParameters::*number;
    std::size_t search::SimilarParameters::*count;
  } members[] = {{"headline", &search::SimilarParameters::headline, nullptr},
                 {"standfirst", &search::SimilarParameters::standfirst, nullptr},
                 {"lead", &search::SimilarParameters::lead, nullptr},
                 {"lead_words", &search::SimilarParameters::lead_words, nullptr},
                 {"occurrence_power", &search::SimilarParameters::occurrence_power, nullptr},
                 {"rarity_power", &search::SimilarParameters::rarity_power, nullptr},
                 {"name", &search::SimilarParameters::name, nullptr},
                 {"terms", nullptr, &search::SimilarParameters::terms},
                 {"core", nullptr, &search::SimilarParameters::core},
                 {"feedback_articles", nullptr, &search::SimilarParameters::feedback_articles},
                 {"feedback_share", &search::SimilarParameters::feedback_share, nullptr},
                 {"time", &search::SimilarParameters::time, nullptr},
                 {"half_life_days", &search::SimilarParameters::half_life_days, nullptr},
                 {"saturation", &search::SimilarParameters::saturation, nullptr},
                 {"least_length", &search::SimilarParameters::least_length, nullptr},
                 {"stop_word", &search::SimilarParameters::stop_word, nullptr},
                 {"length_influence", &search::SimilarParameters::length_influence, nullptr}};
  for (const auto& member : members) {
    if (member.name != name) continue;
    if (member.number != nullptr) into.*member.number = value;
    if (member.count != nullptr) into.*member.count = static_cast<std::size_t>(value);
    return true;
  }
  return false;
}

bool set_plain(std::string_view name, double value, Setting& into) {
  if (name == "terms") {
    into.plain_terms = static_cast<std::size_t>(value);
  } else if (name == "k1") {
    into.plain_ranking.saturation = value;
  } else if (name == "b") {
    into.plain_ranking.length_influence = value;
  } else {
    return false;
  }
  return true;
}

}  // namespace

Result<Setting> read_setting(std::string_view line) {
  Setting setting;
  setting.plain_ranking.saturation = 1;
  setting.plain_ranking.length_influence = 0.5;
  setting.plain_ranking.least_length = 0.5;
  const std::vector<std::string_view> words = split(trim(line), ' ');
  setting.is_plain = words.front() == "plain";
  if (!setting.is_plain && words.front() != "similar") {
    return failure(ErrorCode::kUsage,
                   fmt::format("“{}” begins with neither similar nor plain", line));
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::size_t sign = words[i].find('=');
    const std::string_view name = words[i].substr(0, sign);
    const std::string_view text = sign == std::string_view::npos ? "" : words[i].substr(sign + 1);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
    if (!is_number || value < 0 ||
        !(setting.is_plain ? set_plain(name, value, setting)
                           : set_similar(name, value, setting.parameters))) {
      return failure(ErrorCode::kUsage,
                     fmt::format("“{}” is no parameter and its value", words[i]));
    }
  }
  return setting;
}

}  // namespace dateline::bench
