// A snippet of any bytes: the first line says what is looked for, a word a mark, the rest is the body.
//
//   +vote =voted "of,the ~a,b    a stem, a form, words in a row, words near each other
//
// A snippet is valid UTF-8 without markup but <mark>, of no more characters than are asked for; and
// what is marked where some paragraphs alone are read is marked where all are.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "searcher/search/snippet/paragraph_choice.h"
#include "searcher/search/snippet/snippet.h"

namespace dateline::search {
namespace {

using query::Mark;

constexpr std::size_t kMostMarks = 12;

void require(bool holds) {
  if (!holds) std::abort();
}

query::Sequence row_of(std::string_view words, char between) {
  query::Sequence out;
  for (const std::string_view word : split(words, between)) {
    if (!word.empty()) out.push_back({text::folded(word)});
  }
  return out;
}

Mark mark_of(std::string_view asked) {
  const std::string_view words = asked.substr(1);
  if (asked[0] == '"') return {Mark::Kind::kNear, nullptr, {}, {{row_of(words, ',')}}, 1, true};
  if (asked[0] == '~') {
    Mark near{Mark::Kind::kNear, nullptr, {}, {}, 3, false};
    for (query::FormSet& forms : row_of(words, ',')) near.operands.push_back({{std::move(forms)}});
    return near;
  }
  const auto kind = asked[0] == '=' ? Mark::Kind::kForms : Mark::Kind::kStems;
  return {kind, nullptr, {text::folded(words)}, {}, 1, true};
}

std::vector<Mark> marks_in(std::string_view line) {
  std::vector<Mark> out;
  for (const std::string_view word : split(line, ' ')) {
    if (word.size() < 2 || out.size() >= kMostMarks) continue;
    Mark mark = mark_of(word);
    if (mark.kind != Mark::Kind::kNear || !mark.operands.empty()) out.push_back(std::move(mark));
  }
  return out;
}

// Characters that are seen; markup and entities are well formed.
std::size_t seen_of(std::string_view snippet) {
  std::size_t seen = 0;
  bool open = false;
  while (!snippet.empty()) {
    if (snippet[0] == '<') {
      const std::string_view tag = open ? "</mark>" : "<mark>";
      require(snippet.starts_with(tag));
      snippet.remove_prefix(tag.size());
      open = !open;
      continue;
    }
    require(snippet[0] != '>' && snippet[0] != '"' && snippet[0] != '\'');
    const std::size_t end = snippet[0] == '&' ? snippet.find(';') + 1 : 1;
    require(end != 0);
    if ((static_cast<unsigned char>(snippet[0]) & 0xC0U) != 0x80) ++seen;
    snippet.remove_prefix(end);
  }
  require(!open);
  return seen;
}

void try_some_paragraphs(const std::vector<Mark>& marks, std::string_view body) {
  Stemmers stemmers;
  WordMarker marker(marks, stemmers);
  const auto beginnings = marker.beginnings(schema::FieldId::kBody, "en");
  require(beginnings.has_value());
  const std::vector<std::string_view> all = paragraphs(body);
  std::vector<WordSet> words;
  words.reserve(all.size());
  for (const std::string_view paragraph : all) words.push_back(beginnings->in(paragraph));
  const std::vector<std::uint32_t> rarity(marker.marks_of_words().size(), 1);
  const auto chosen = worth_reading(all, words, rarity, 0);
  const auto whole = marker.find(body, schema::FieldId::kBody, "en");
  for (const MarkedSpan& span : marker.find(body, chosen, schema::FieldId::kBody, "en")) {
    require(std::any_of(whole.begin(), whole.end(), [&](const MarkedSpan& one) {
      return one.begin == span.begin && one.end == span.end && one.word == span.word;
    }));
  }
}

void try_snippet(std::string_view bytes) {
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::string asked = repair_utf8(bytes.substr(0, line));
  const std::string body = repair_utf8(bytes.substr(std::min(line + 1, bytes.size())));
  const std::vector<Mark> marks = marks_in(asked);
  const std::size_t chars = bytes.size() % 300;
  Stemmers stemmers;
  Article article;
  article.language = "en";
  const std::string snippet =
      SnippetMaker(marks, std::vector<std::uint32_t>(marks.size(), 2), chars, stemmers)
          .make(article, body);
  require(is_valid_utf8(snippet));
  require(seen_of(snippet) <= std::max<std::size_t>(chars, 1));
  try_some_paragraphs(marks, body);
}

}  // namespace
}  // namespace dateline::search

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::search::try_snippet({reinterpret_cast<const char*>(data), size});
  return 0;
}
