// Whom a surname alone means: "Trump", in an article that has no more of the name.
//
// An article mostly says "Donald Trump" once and "Trump" from then on, and is joined to one entity
// when it is indexed. One that says "Trump" alone means whoever has that surname in the articles
// around it in time, if one person clearly does:
//
//   articles around 2020-02              "Trump" or "Esper" alone in an article of 2020-02
//   Donald Trump 9, Melania Trump 1      Donald Trump
//   Mark Esper 3, Tom Esper 2            stays as it is
//
// Whoever has the word as a given name counts too, so that "John" is not taken for the only singer
// who has it as a surname.
//
// bench/quality/surnames.py chooses how clearly; tested by
// tests/searcher/search/counting/surname_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/schema/entity_marks.h"

namespace dateline::search {

// A month as a number, one more than the month before; nothing for an article without a date.
using Month = std::optional<std::int32_t>;

// Of the slot's "20200106"; nothing where that is no day.
Month month_of(std::string_view day);

// "202001", as terms have it.
std::string month_digits(std::int32_t month);

// The surname of a full name, folded: "Ursula von der Leyen" gives "von der leyen". Empty for a
// name of one word and for a surname alone.
std::string surname_of(std::string_view name);

// The surname, folded, that this name is alone: of "Trump", "von der Leyen". Empty for others.
std::string lone_surname(std::string_view name);

// A person whose name has the word.
struct Bearer {
  std::string name;                       // in full, as it is shown
  bool as_surname = false;                // "John" may mean Elton John, but hardly John Kerry
  std::vector<std::string> names;         // folded, all that it was met under
  std::vector<schema::EntityMark> marks;  // the same as marks

  friend bool operator==(const Bearer&, const Bearer&) = default;
};

struct SurnameArticle {
  Month month;
  std::optional<std::size_t> bearer;  // nothing: someone else of the surname

  friend bool operator==(const SurnameArticle&, const SurnameArticle&) = default;
};

class Surname {
 public:
  // The same persons by their numbers, in the order in which they were met.
  const std::vector<Bearer>& bearers() const { return bearers_; }
  Bearer& bearer(std::size_t number) { return bearers_[number]; }

  // The number of the bearer with this mark, or who goes by one of these folded names; nothing for
  // none.
  std::optional<std::size_t> with_mark(schema::EntityMark mark) const;
  std::optional<std::size_t> with_name(const std::set<std::string>& names) const;

  std::size_t add_bearer(std::string name, bool as_surname);
  // All that another part of the index says of the surname. Names of one person, in whatever
  // spelling, are one bearer.
  void add(const Surname& other);

  const std::vector<SurnameArticle>& articles() const { return articles_; }

  // An article of that month has the bearer's full name; nothing: of someone else of the surname.
  void add_article(Month month, std::optional<std::size_t> bearer);

  // Whom the surname alone means in an article of that month: the number of its bearer, nothing
  // where nobody clearly has it. An article without a date is judged by all articles, one with a
  // date by those around it that have one.
  std::optional<std::size_t> meant(Month month) const;

  // The same, whenever it is: judged by all articles.
  std::optional<std::size_t> meant_mostly() const;

  // Months from the first to the last in which it can mean anybody; empty where none has a date.
  std::optional<std::pair<std::int32_t, std::int32_t>> span() const;

  friend bool operator==(const Surname& a, const Surname& b) {
    return a.bearers_ == b.bearers_ && a.articles_ == b.articles_;
  }

 private:
  std::size_t bearer_like(const Bearer& bearer);
  std::vector<SurnameArticle> around(Month month) const;
  std::optional<std::size_t> clearly(const std::vector<SurnameArticle>& met) const;

  std::vector<Bearer> bearers_;
  std::vector<SurnameArticle> articles_;
  mutable std::map<Month, std::optional<std::size_t>> known_;
};

// Of each surname, folded.
using SurnameTallies = std::map<std::string, Surname>;

// Adds what another part of the index says.
void merge(const SurnameTallies& other, SurnameTallies& into);

}  // namespace dateline::search
