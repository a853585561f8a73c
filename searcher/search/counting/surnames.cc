// Articles whose persons have the word are found by its term; who those persons are is told by marks
// (schema/entity_marks.h), and a record is read only where none of the marks is known yet. So one
// record mostly does for a surname that one person has.
#include "searcher/search/counting/surnames.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "common/names/comparison.h"
#include "common/schema/fields.h"
#include "common/text/tokenizer.h"
#include "common/text/values.h"

namespace dateline::search {
namespace {

using schema::EntityMark;
using schema::Slot;

// Articles that are looked at for one surname, and records that are read.
constexpr std::size_t kArticlesOfSurname = 100;
constexpr std::size_t kRecordsOfSurname = 16;

Xapian::valueno slot_number(Slot slot) { return static_cast<Xapian::valueno>(slot); }

// The value of a slot that is read forwards.
std::string value_at(Xapian::ValueIterator& at, const Xapian::ValueIterator& end,
                     Xapian::docid document) {
  if (at != end) at.skip_to(document);
  return at != end && at.get_docid() == document ? *at : std::string();
}

// Persons' names have each word of the surname; the last one is the rarest.
std::string term_of_surname(const std::string& surname) {
  std::string last;
  for (const text::OwnedToken& token : text::tokenize(surname)) {
    if (!token.further) last = token.form;
  }
  const auto& field = schema::field(schema::FieldId::kPerson);
  return last.empty() ? last : schema::make_term(field.word_prefix, last);
}

}  // namespace

struct Surnames::Reading {
  const std::string& surname;
  std::string_view word;  // the last one of it
  EntityMark alone;       // of the surname by itself
  Surname& into;
  std::size_t records = kRecordsOfSurname;
};

const Surname& Surnames::of(const std::string& surname) {
  const auto [at, is_new] = known_.try_emplace(surname);
  if (is_new) look(surname, at->second);
  return at->second;
}

void Surnames::look(const std::string& surname, Surname& into) {
  const std::string term = term_of_surname(surname);
  if (term.empty()) return;
  const std::string_view word = std::string_view(surname).substr(surname.rfind(' ') + 1);
  Reading reading{surname, word, schema::entity_mark(EntityType::kPerson, surname), into};
  const double all = index_.database().get_termfreq(term);
  for (std::size_t shard = 0; shard < index_.shards(); ++shard) {
    const double here = index_.shard(shard).get_termfreq(term);
    if (here == 0) continue;
    const auto share = static_cast<std::size_t>(kArticlesOfSurname * here / all);
    look_in_shard(shard, term, std::max<std::size_t>(1, share), reading);
  }
}

void Surnames::look_in_shard(std::size_t shard, const std::string& term, std::size_t most,
                             Reading& reading) {
  const Xapian::Database& db = index_.shard(shard);
  auto at = db.postlist_begin(term);
  const auto end = db.postlist_end(term);
  auto marks = db.valuestream_begin(slot_number(Slot::kPeople));
  const auto last_marks = db.valuestream_end(slot_number(Slot::kPeople));
  auto days = db.valuestream_begin(slot_number(Slot::kDay));
  const auto last_day = db.valuestream_end(slot_number(Slot::kDay));
  const bool few = db.get_termfreq(term) <= most;
  const auto stride = few ? 1 : static_cast<Xapian::docid>(db.get_lastdocid() / most + 1);
  while (at != end && !deadline_.check()) {
    const Xapian::docid here = *at;
    const Xapian::docid document = index_.document(shard, here);
    if (index_.is_live(document)) {
      const std::string value = value_at(marks, last_marks, here);
      take(document, value, month_of(value_at(days, last_day, here)), reading);
    }
    at.skip_to(here + stride);
  }
}

// An article counts for the one whom it names most; marks stand in that order.
void Surnames::take(Xapian::docid document, std::string_view marks, Month month, Reading& reading) {
  std::optional<std::size_t> bearer;
  bool alone = false;
  schema::each_mark(marks, [&](EntityMark mark) {
    if (!bearer) bearer = reading.into.with_mark(mark);
    alone = alone || mark == reading.alone;
  });
  if (bearer) {
    reading.into.add_article(month, bearer);
  } else if (alone) {
    // It names nobody so in full: that is what is to be found out.
  } else if (reading.records == 0) {
    reading.into.add_article(month, std::nullopt);
  } else if ((bearer = bearer_in(document, reading))) {
    reading.into.add_article(month, bearer);
  }
}

std::optional<std::size_t> Surnames::bearer_in(Xapian::docid document, Reading& reading) {
  --reading.records;
  const Article* article = names_.record(document);
  if (article == nullptr) return std::nullopt;
  std::optional<std::size_t> most;
  std::size_t mentions = 0;
  for (const Entity& entity : article->entities) {
    if (entity.type != EntityType::kPerson || !has_in_full(entity.name, reading)) continue;
    const std::size_t number = number_of_bearer(entity.name, reading);
    if (most && entity.mentions <= mentions) continue;
    most = number;
    mentions = entity.mentions;
  }
  return most;
}

// Whether it is a name of several words that has the surname's among them.
bool Surnames::has_in_full(const std::string& name, const Reading& reading) {
  const std::string folded = text::fold_value(name);
  if (folded == reading.surname) return false;
  const std::vector<std::string_view> words = split(folded, ' ');
  return std::find(words.begin(), words.end(), reading.word) != words.end();
}

std::size_t Surnames::number_of_bearer(const std::string& written, Reading& reading) const {
  const std::string name = canonical_name(aliases_, EntityType::kPerson, written);
  Surname& into = reading.into;
  const auto& known = into.bearers();
  const auto same = std::find_if(known.begin(), known.end(), [&](const Bearer& one) {
    return one.name == name || names::compare_names(one.name, name, EntityType::kPerson).same;
  });
  const bool as_surname = surname_of(written) == reading.surname;
  const auto number = same == known.end() ? into.add_bearer(name, as_surname)
                                          : static_cast<std::size_t>(same - known.begin());
  into.bearer(number).names.push_back(text::fold_value(written));
  into.bearer(number).marks.push_back(schema::entity_mark(EntityType::kPerson, written));
  return number;
}

}  // namespace dateline::search
