#include "tests/property/random_asks.h"

#include <algorithm>
#include <array>

#include "common/base/calendar.h"
#include "common/base/strings.h"
#include "common/text/stop_words.h"
#include "common/text/tokenizer.h"

namespace dateline::testing {

bool is_plain_word(const std::string& form) {
  if (form.size() < 2 || text::is_stop_word(form, "en")) return false;
  // Written in one word and in two.
  if (form == "percent" || form == "cent") return false;
  if (!std::all_of(form.begin(), form.end(), is_ascii_lower)) return false;
  for (std::size_t length = 1; length <= form.size(); ++length) {
    if (text::is_compound_prefix(form.substr(0, length))) return false;
  }
  const auto tokens = text::tokenize(form);
  return tokens.size() == 1 && tokens[0].form == form && tokens[0].stemmable;
}

RandomAsks::RandomAsks(const LinearScan& scan, std::uint32_t seed) : scan_(scan), random_(seed) {
  for (const auto& [form, count] : scan.vocabulary()) {
    // Frequent words more often: they are what intersections and phrases are hard on.
    const int copies = count > 200 ? 8 : count > 20 ? 3 : 1;
    if (!is_plain_word(form) || scan.is_compound(form)) continue;
    for (int i = 0; i < copies; ++i) words_.push_back(form);
  }
}

std::string RandomAsks::text_field() {
  static constexpr std::array<std::string_view, 6> kFields{"",         "",     "",
                                                           "headline", "body", "standfirst"};
  return std::string(kFields[below(kFields.size())]);
}

Ask RandomAsks::word() {
  Ask ask;
  ask.kind = below(4) == 0 ? Ask::Kind::kExact : Ask::Kind::kWord;
  ask.field = text_field();
  ask.words = {words_[below(words_.size())]};
  return ask;
}

Ask RandomAsks::phrase() {
  Ask ask;
  ask.kind = Ask::Kind::kPhrase;
  ask.field = text_field();
  for (int attempt = 0; attempt < 50; ++attempt) {
    const auto& sample = scan_.samples()[below(scan_.samples().size())];
    const std::size_t length = 2 + below(3);
    if (sample.size() < length) continue;
    const auto first = sample.begin() + static_cast<std::ptrdiff_t>(below(sample.size() - length));
    ask.words.assign(first, first + static_cast<std::ptrdiff_t>(length));
    // Stop words belong in phrases; compounds and numbers have readings of their own.
    const bool plain = std::all_of(ask.words.begin(), ask.words.end(), [](const std::string& form) {
      return is_plain_word(form) ||
             (text::is_stop_word(form, "en") && !text::is_compound_prefix(form));
    });
    if (plain) return ask;
  }
  ask.words = {words_[below(words_.size())], words_[below(words_.size())]};
  return ask;
}

namespace {

bool is_of_letters(const std::string& value) {
  return std::all_of(value.begin(), value.end(),
                     [](char c) { return c == ' ' || is_ascii_lower(c); });
}

}  // namespace

Ask RandomAsks::value() {
  static constexpr std::array<std::string_view, 4> kFields{"source", "section", "tag", "by"};
  Ask ask;
  ask.kind = Ask::Kind::kValue;
  ask.field = kFields[below(kFields.size())];
  const auto& values = scan_.values_of(ask.field);
  if (values.empty()) return word();
  ask.words = {values[below(values.size())]};
  // Compounds and acronyms inside a value have readings of their own.
  const auto tokens = text::tokenize(ask.words[0]);
  const bool plain =
      std::none_of(tokens.begin(), tokens.end(), [](const auto& token) { return token.further; });
  return plain && is_of_letters(ask.words[0]) ? ask : word();
}

Ask RandomAsks::dates() {
  static constexpr std::array<std::size_t, 3> kLengths{4, 7, 10};
  Ask ask;
  ask.kind = Ask::Kind::kDates;
  const auto some_day = [&] {
    const auto day =
        make_day(1987 + static_cast<int>(below(39)), 1 + static_cast<unsigned>(below(12)),
                 1 + static_cast<unsigned>(below(28)));
    return format_day(*day).substr(0, kLengths[below(kLengths.size())]);
  };
  std::string from = some_day();
  std::string to = below(2) == 0 ? from : some_day();
  if (from.substr(0, 4) > to.substr(0, 4)) std::swap(from, to);
  if (from.substr(0, 4) == to.substr(0, 4) && from != to) to = from;
  ask.words = {from, to};
  return ask;
}

Ask RandomAsks::leaf() {
  switch (below(8)) {
    case 0:
    case 1:
      return phrase();
    case 2:
      return value();
    case 3:
      return dates();
    default:
      return word();
  }
}

Ask RandomAsks::next(int depth) {
  if (depth == 0 || below(4) == 0) return leaf();
  static constexpr std::array<Ask::Kind, 5> kKinds{Ask::Kind::kAnd, Ask::Kind::kAnd, Ask::Kind::kOr,
                                                   Ask::Kind::kOr, Ask::Kind::kNot};
  Ask ask;
  ask.kind = kKinds[below(kKinds.size())];
  ask.children = {next(depth - 1), next(depth - 1)};
  return ask;
}

}  // namespace dateline::testing
