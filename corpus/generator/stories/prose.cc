#include "corpus/generator/stories/prose.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"

namespace dateline::corpus {
namespace {

constexpr auto kMonthNames =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July",
                                     "August", "September", "October", "November", "December"});
constexpr auto kPrefixes = std::to_array<std::string_view>({"non-", "re-", "anti-", "co-", "pre-"});
constexpr auto kRoles = std::to_array<std::string_view>(
    {"minister ", "spokesman ", "president ", "professor ", "analyst "});

void capitalise(std::string& text, std::size_t at) {
  if (at < text.size() && is_ascii_lower(text[at])) {
    text[at] = static_cast<char>(text[at] - 'a' + 'A');
  }
}

void number(Random& random, std::string& out) {
  const std::uint32_t value = random.below(2000);
  if (value < 200) {
    out += std::to_string(value / 10) + '.' + std::to_string(value % 10) + " per cent";
  } else if (value < 1000) {
    out += std::to_string(value % 100 + 2);
  } else {
    out += std::to_string(value - 999) + ',' + std::to_string(100 + random.below(900));
  }
}

void date(Random& random, std::string& out) {
  out += "on " + std::to_string(random.below(28) + 1) + ' ';
  out += kMonthNames[random.below(kMonthNames.size())];
}

}  // namespace

// Forms of a word have fixed shares, so each form follows the law of the words again.
void Prose::content_word(Random& random, std::string& out, std::uint64_t rank) {
  const std::uint32_t roll = random.below(400);
  if (roll == 399) out += kPrefixes[random.below(kPrefixes.size())];
  lexicon_.vocabulary.append(out, rank);
  if (roll < 48) {
    out += 's';
  } else if (roll < 88) {
    out += "ed";
  } else if (roll < 120) {
    out += "ing";
  } else if (roll < 126) {
    out += '-';
    lexicon_.vocabulary.append(out, story_.own_words[random.below(Story::kOwnWords)]);
  }
}

void Prose::word(Random& random, std::string& out) {
  std::uint64_t rank = lexicon_.ranks.draw(random);
  if (rank <= Vocabulary::function_words()) return lexicon_.vocabulary.append(out, rank);
  if (random.chance(3, 10)) {
    const std::uint32_t one = random.below(Story::kOwnWords);
    rank = story_.own_words[std::min(one, random.below(Story::kOwnWords))];
  }
  content_word(random, out, rank);
}

void Prose::mention(Random& random, std::string& out) {
  // The first of each kind has two parts in three.
  constexpr auto kWho = std::to_array<std::size_t>({0, 0, 0, 0, 1, 2, 3, 3, 4, 5, 5, 6});
  const std::size_t who = kWho[random.below(kWho.size())];
  const std::uint32_t roll = random.below(12);
  if (who < Story::kPeople && roll == 0) out += kRoles[random.below(kRoles.size())];
  mentions_.write(out, who);
  if (roll == 1 && out.back() != ')') out += "’s";
}

// What stands where a word can stand.
void Prose::item(Random& random, std::string& out) {
  const std::uint32_t roll = random.below(1000);
  if (roll < 30) return mention(random, out);
  if (roll < 38) return number(random, out);
  if (roll < 41) return date(random, out);
  word(random, out);
}

void Prose::attribution(std::string& out) {
  out += ",” ";
  mentions_.write(out, 0);
  out += " said.";
}

void Prose::sentence(Random& random, std::string& out, std::span<const std::string_view> planted,
                     bool introduce) {
  const std::uint32_t count = 6 + random.below(20);
  const bool is_quoted = !introduce && random.chance(1, 10);
  const std::uint32_t introduced_at = introduce ? random.below(4) : count;
  if (is_quoted) out += "“";
  const std::size_t begin = out.size();
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i > 0) out += i + 1 < count && i > 2 && random.chance(1, 16) ? ", " : " ";
    if (i == introduced_at) {
      mentions_.write(out, 0);
      continue;
    }
    item(random, out);
    if (i != 4) continue;
    for (const std::string_view text : planted) out.append(" ").append(text);
  }
  capitalise(out, begin);
  if (is_quoted) return attribution(out);
  out += '.';
}

void Prose::headline(Random& random, std::string& out, std::span<const std::string_view> planted) {
  const std::size_t begin = out.size();
  const std::uint32_t count = 5 + random.below(5);
  const std::uint32_t roll = random.below(6);
  const std::uint32_t named = roll < 3 ? 1 : 0;
  if (named != 0) {
    mentions_.write_brief(out, 0);
    out += ' ';
  }
  for (std::uint32_t i = named; i < count; ++i) {
    if (i > named) out += ' ';
    word(random, out);
  }
  capitalise(out, begin);
  if (roll % 3 == 0) {
    out += " in ";
    mentions_.write_brief(out, Story::kFirstPlace);
  }
  for (const std::string_view text : planted) out.append(" ").append(text);
}

void Prose::words(Random& random, std::string& out, std::uint32_t count) {
  const std::size_t begin = out.size();
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i > 0) out += ' ';
    word(random, out);
  }
  capitalise(out, begin);
}

}  // namespace dateline::corpus
