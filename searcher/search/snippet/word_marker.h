// Where a text has what a query asked for.
//
// Words are found by the analysis that indexed the text (word_places.h), so a word is marked in the
// forms that match and in no other: `US` where the country is meant, `=walked` as it stands. Of
// phrases, NEAR and ADJ those places are marked that a match is made of (near_members.h): "of the"
// marks no other "the".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/schema/fields.h"
#include "searcher/query/marks.h"
#include "searcher/search/snippet/word_places.h"

namespace dateline::search {

// What is marked in a text: a word, or a phrase as a whole.
struct MarkedSpan {
  std::uint32_t begin;  // bytes: [begin, end)
  std::uint32_t end;
  std::uint32_t word;  // which of the query's words or phrases it is, from 0
};

class WordMarker {
 public:
  // `stemmers` must outlive the marker.
  WordMarker(const std::vector<query::Mark>& marks, Stemmers& stemmers);

  // Marks these names too, as they are written or in capitals, instead of those of the last call.
  // Each is one word of the query, the number of which is `mark`'s.
  struct Name {
    std::string text;
    std::size_t mark;
  };
  void mark_names(const std::vector<Name>& names);

  // The words and phrases that are to be marked in `text`, ascending by where they begin; they may
  // overlap. `part` is kHeadline, kStandfirst or kBody, and `language` the article's. Linear in the text.
  std::vector<MarkedSpan> find(std::string_view text, schema::FieldId part,
                               std::string_view language);

  // The same, where no paragraph of `text` but these is read, which are views into it: what the others
  // have is not marked. Not to be asked where reaches_far().
  std::vector<MarkedSpan> find(std::string_view text,
                               const std::vector<std::string_view>& paragraphs,
                               schema::FieldId part, std::string_view language);

  // True where a match may reach from one paragraph into the next.
  bool reaches_far() const;

  // How the words and phrases begin that are looked for in this part, by their numbers, of phrases the
  // longest word; none where that is not known of this language.
  std::optional<WordBeginnings> beginnings(schema::FieldId part, std::string_view language) const;

  // Of each word, by its number, which of the marks it is of.
  const std::vector<std::size_t>& marks_of_words() const { return mark_of_word_; }

 private:
  using Slot = WordPlaces::Slot;
  using Way = std::vector<Slot>;
  struct Operand {
    std::vector<Way> ways;
    std::uint32_t word;
  };
  // Anything that is looked for; a single word has one operand of one way of one slot.
  struct Goal {
    const schema::Field* field;
    std::vector<Operand> operands;
    std::uint32_t distance;
    bool ordered;
  };
  struct Occurrence;

  std::uint32_t new_word(std::size_t mark);
  void add(const query::Mark& mark, std::size_t number);
  void add_word(const query::Mark& mark, std::size_t number);
  Way way_of(const query::Sequence& sequence);
  void add_name(const Name& name);
  std::vector<Occurrence> occurrences_of(const Operand& operand) const;
  void add_occurrences(const Way& way, std::vector<Occurrence>& out) const;
  void find(const Goal& goal, std::vector<MarkedSpan>& out) const;
  bool looks_in(schema::FieldId part) const;
  std::vector<MarkedSpan> spans_in(schema::FieldId part) const;

  WordPlaces places_;
  std::vector<Goal> goals_;
  std::vector<std::uint32_t> name_words_;  // by mark
  std::vector<std::size_t> mark_of_word_;
  // Without names.
  std::size_t goals_of_words_ = 0;
  std::size_t slots_of_words_ = 0;
};

// The spans as stretches of the text that lie apart: what overlaps is one.
std::vector<MarkedSpan> apart(std::vector<MarkedSpan> spans);

}  // namespace dateline::search
