// Every mark becomes a goal: operands, each with ways of words in a row, near each other. Tested by
// tests/searcher/search/snippet/word_marker_test.cc, against a scan too, and through whole searches by
// tests/searcher/search/snippet/marks_table_test.cc.
#include "searcher/search/snippet/word_marker.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "common/base/strings.h"
#include "common/text/paragraph_gap.h"
#include "searcher/query/positions/near_members.h"

namespace dateline::search {
namespace {

using query::Mark;

constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

// The forms that a name's words stand by, each with whether it is written with a capital letter.
struct NameWord {
  std::string form;
  bool capital = false;
};

// Of an acronym its own form, for "WHO" is no "who".
std::vector<NameWord> words_of_name(const std::string& name) {
  std::vector<NameWord> words;
  std::uint32_t position = 0;
  for (const text::OwnedToken& token : text::tokenize(name)) {
    const bool capital = !is_ascii_lower(name[token.begin]);
    if (token.reading == text::Reading::kPlain) {
      words.push_back({token.form, capital});
      position = token.position;
    } else if (token.reading == text::Reading::kPrecise && token.span == 1 &&
               token.position == position) {
      words.back().form = token.form;
    }
  }
  return words;
}

// The place of a slot at `position`.
const WordPlace* place_at(const std::vector<WordPlace>& places, std::uint32_t position) {
  const auto at = std::lower_bound(
      places.begin(), places.end(), position,
      [](const WordPlace& place, std::uint32_t wanted) { return place.position < wanted; });
  return at != places.end() && at->position == position ? &*at : nullptr;
}

bool is_of(const schema::Field* field, schema::FieldId part) {
  return field == nullptr || field->id == part;
}

}  // namespace

// An operand where it stands.
struct WordMarker::Occurrence {
  query::WordSpan at;
  std::uint32_t begin;
  std::uint32_t end;
};

WordMarker::WordMarker(const std::vector<Mark>& marks, Stemmers& stemmers)
    : places_(stemmers), name_words_(marks.size(), kNoWord) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool name = marks[i].field != nullptr && marks[i].field->kind == schema::Kind::kEntity;
    if (!name) add(marks[i], i);
  }
  goals_of_words_ = goals_.size();
  slots_of_words_ = places_.slots();
}

std::uint32_t WordMarker::new_word(std::size_t mark) {
  mark_of_word_.push_back(mark);
  return static_cast<std::uint32_t>(mark_of_word_.size() - 1);
}

void WordMarker::add(const Mark& mark, std::size_t number) {
  if (mark.kind == Mark::Kind::kValues) return;
  if (mark.kind != Mark::Kind::kNear) return add_word(mark, number);
  Goal goal{mark.field, {}, mark.distance, mark.ordered};
  goal.operands.reserve(mark.operands.size());
  for (const auto& sequences : mark.operands) {
    Operand operand{{}, new_word(number)};
    operand.ways.reserve(sequences.size());
    for (const query::Sequence& sequence : sequences) operand.ways.push_back(way_of(sequence));
    goal.operands.push_back(std::move(operand));
  }
  goals_.push_back(std::move(goal));
}

void WordMarker::add_word(const Mark& mark, std::size_t number) {
  const bool stems = mark.kind == Mark::Kind::kStems;
  const Slot slot = stems ? places_.add_stems(mark.texts) : places_.add_forms(mark.texts);
  goals_.push_back({mark.field, {{{{slot}}, new_word(number)}}, 1, true});
}

WordMarker::Way WordMarker::way_of(const query::Sequence& sequence) {
  Way way;
  way.reserve(sequence.size());
  for (const query::FormSet& forms : sequence) way.push_back(places_.add_forms(forms));
  return way;
}

void WordMarker::add_name(const Name& name) {
  Way way;
  for (const NameWord& word : words_of_name(name.text)) {
    way.push_back(places_.add_forms({word.form}, word.capital));
  }
  if (way.empty()) return;
  std::uint32_t& word = name_words_[name.mark];
  if (word == kNoWord) word = new_word(name.mark);
  goals_.push_back({nullptr, {{{std::move(way)}, word}}, 1, true});
}

void WordMarker::mark_names(const std::vector<Name>& names) {
  goals_.resize(goals_of_words_);
  places_.keep(slots_of_words_);
  for (const Name& name : names) add_name(name);
}

void WordMarker::add_occurrences(const Way& way, std::vector<Occurrence>& out) const {
  if (way.empty()) return;
  for (const WordPlace& first : places_.of(way.front())) {
    const WordPlace* last = &first;
    for (std::size_t i = 1; i < way.size() && last != nullptr; ++i) {
      last = place_at(places_.of(way[i]), first.position + static_cast<std::uint32_t>(i));
    }
    if (last == nullptr) continue;
    out.push_back({{first.position, last->position}, first.begin, std::max(first.end, last->end)});
  }
}

std::vector<WordMarker::Occurrence> WordMarker::occurrences_of(const Operand& operand) const {
  std::vector<Occurrence> out;
  for (const Way& way : operand.ways) add_occurrences(way, out);
  if (operand.ways.size() > 1) {
    std::stable_sort(out.begin(), out.end(), [](const Occurrence& a, const Occurrence& b) {
      return a.at.first < b.at.first;
    });
  }
  return out;
}

void WordMarker::find(const Goal& goal, std::vector<MarkedSpan>& out) const {
  std::vector<std::vector<Occurrence>> occurrences;
  std::vector<std::vector<query::WordSpan>> spans;
  occurrences.reserve(goal.operands.size());
  spans.reserve(goal.operands.size());
  for (const Operand& operand : goal.operands) {
    const auto& found = occurrences.emplace_back(occurrences_of(operand));
    if (found.empty()) return;
    auto& own = spans.emplace_back();
    std::transform(found.begin(), found.end(), std::back_inserter(own),
                   [](const Occurrence& one) { return one.at; });
  }
  const bool alone = goal.operands.size() == 1;
  const auto members =
      alone ? std::vector<std::vector<bool>>{std::vector<bool>(spans[0].size(), true)}
            : query::members_of_matches(spans, goal.distance, goal.ordered);
  for (std::size_t i = 0; i < occurrences.size(); ++i) {
    for (std::size_t n = 0; n < occurrences[i].size(); ++n) {
      const Occurrence& one = occurrences[i][n];
      if (members[i][n]) out.push_back({one.begin, one.end, goal.operands[i].word});
    }
  }
}

bool WordMarker::looks_in(schema::FieldId part) const {
  return std::any_of(goals_.begin(), goals_.end(),
                     [&](const Goal& goal) { return is_of(goal.field, part); });
}

bool WordMarker::reaches_far() const {
  return std::any_of(goals_.begin(), goals_.end(),
                     [](const Goal& goal) { return goal.distance > text::kParagraphGap; });
}

std::optional<WordBeginnings> WordMarker::beginnings(schema::FieldId part,
                                                     std::string_view language) const {
  std::vector<std::uint32_t> numbers(places_.slots(), WordPlaces::kNoNumber);
  for (const Goal& goal : goals_) {
    if (!is_of(goal.field, part)) continue;
    for (const Operand& operand : goal.operands) {
      for (const Way& way : operand.ways) {
        const auto longest = std::max_element(way.begin(), way.end(), [&](Slot a, Slot b) {
          return places_.shortest(a) < places_.shortest(b);
        });
        if (longest != way.end()) numbers[*longest] = operand.word;
      }
    }
  }
  return places_.beginnings(numbers, language);
}

std::vector<MarkedSpan> WordMarker::find(std::string_view text, schema::FieldId part,
                                         std::string_view language) {
  if (!looks_in(part)) return {};
  places_.read(text, language);
  return spans_in(part);
}

std::vector<MarkedSpan> WordMarker::find(std::string_view text,
                                         const std::vector<std::string_view>& paragraphs,
                                         schema::FieldId part, std::string_view language) {
  if (!looks_in(part)) return {};
  places_.read(text, paragraphs, language);
  return spans_in(part);
}

std::vector<MarkedSpan> WordMarker::spans_in(schema::FieldId part) const {
  std::vector<MarkedSpan> spans;
  for (const Goal& goal : goals_) {
    if (is_of(goal.field, part)) find(goal, spans);
  }
  std::stable_sort(spans.begin(), spans.end(),
                   [](const MarkedSpan& a, const MarkedSpan& b) { return a.begin < b.begin; });
  return spans;
}

std::vector<MarkedSpan> apart(std::vector<MarkedSpan> spans) {
  std::vector<MarkedSpan> out;
  out.reserve(spans.size());
  for (const MarkedSpan& span : spans) {
    if (!out.empty() && out.back().end > span.begin) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

}  // namespace dateline::search
