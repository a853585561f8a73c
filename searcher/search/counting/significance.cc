#include "searcher/search/counting/significance.h"

#include <algorithm>
#include <array>
#include <map>
#include <queue>
#include <set>
#include <utility>

#include "common/base/strings.h"
#include "common/names/comparison.h"
#include "common/names/plain_words.h"
#include "common/schema/entity_marks.h"
#include "common/schema/fields.h"
#include "common/text/stop_words.h"
#include "common/text/values.h"
#include "searcher/search/counting/association.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/mark_counts.h"
#include "searcher/search/counting/word_counts.h"

namespace dateline::search {
namespace {

// Of each type; their names are read.
constexpr std::size_t kMostNames = 100;
constexpr std::size_t kWordsOfAName = 16;
// Some stems turn out to be no words to tell, or parts of names.
constexpr std::size_t kMoreStems = 50;
// What one article alone has says nothing of the others, unless there are hardly any.
constexpr std::uint64_t kFewestArticles = 2;
constexpr std::size_t kHardlyAny = 3;
constexpr std::size_t kShortestWord = 3;  // bytes

Significant::Kind kind_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return Significant::Kind::kPerson;
    case EntityType::kOrganisation:
      return Significant::Kind::kOrganisation;
    case EntityType::kPlace:
      break;
  }
  return Significant::Kind::kPlace;
}

bool stands_before(const Significant& a, const Significant& b) {
  return a.score != b.score ? a.score > b.score : a.text < b.text;
}

// "harlan-voss" and "harlanvoss" are one word, which an index has in both ways.
std::string solid(std::string word) {
  std::erase(word, '-');
  return word;
}

// A term without the prefix of its field.
std::string word_of(const std::string& term) {
  const auto begin = std::find_if_not(term.begin(), term.end(), is_ascii_upper);
  return {begin, term.end()};
}

// The words that an asker has written, by form and by stem.
class OwnWords {
 public:
  OwnWords(const std::vector<query::Mark>& marks, const std::vector<std::string>& languages,
           Stemmers& stemmers) {
    for (const query::Mark& mark : marks) add(mark);
    for (const std::string& form : forms_) {
      for (const std::string& language : languages) {
        std::string stem;
        stemmers.of(language).stem(form, stem);
        stems_.insert(std::move(stem));
      }
    }
  }

  bool has_form(const std::string& form) const { return forms_.contains(form); }
  bool has_stem(const std::string& stem) const { return stems_.contains(stem); }

 private:
  void add(const query::Mark& mark) {
    using Kind = query::Mark::Kind;
    for (const std::string& text : mark.texts) {
      if (mark.kind == Kind::kStems) stems_.insert(text);
      for (std::string& word : names::plain_words(text, kWordsOfAName)) {
        forms_.insert(std::move(word));
      }
    }
    for (const auto& ways : mark.operands) {
      for (const query::Sequence& way : ways) {
        for (const auto& terms : way) {
          for (const std::string& term : terms) forms_.insert(word_of(term));
        }
      }
    }
  }

  std::set<std::string> forms_;
  std::set<std::string> stems_;
};

class Sample {
 public:
  Sample(const store::IndexReader& index, const SignificanceAsked& asked, Stemmers& stemmers,
         Deadline& deadline)
      : index_(index),
        asked_(asked),
        stemmers_(stemmers),
        deadline_(deadline),
        own_(asked.own, asked.languages, stemmers),
        all_(index.articles()) {}

  std::vector<Significant> run() {
    for (const Xapian::docid document : asked_.sample) {
      if (deadline_.check()) break;
      read(index_.database().get_document(document), document);
      ++read_;
    }
    std::vector<Significant> found = names();
    add_words(found);
    std::sort(found.begin(), found.end(), stands_before);
    found.resize(std::min(found.size(), asked_.most));
    return found;
  }

 private:
  struct Stem {
    std::string text;
    std::uint64_t articles = 0;
    double score = 0;
  };

  void read(const Xapian::Document& document, Xapian::docid number) {
    words_.add(document);
    for (std::size_t i = 0; i < kEntityTypes.size(); ++i) {
      const schema::Slot slot = schema::field_of(kEntityTypes[i]).slot;
      schema::each_mark(document.get_value(static_cast<Xapian::valueno>(slot)),
                        [&](schema::EntityMark mark) { marks_[i].add(mark, number); });
    }
  }

  std::uint64_t fewest() const { return read_ <= kHardlyAny ? 1 : kFewestArticles; }

  double score_of(std::uint64_t articles, std::uint64_t anywhere) const {
    return log_likelihood(articles, read_, std::max(articles, anywhere), all_);
  }

  std::vector<Significant> names();
  std::vector<Significant> names_of(EntityType type, const MarkCounts& counts);
  bool is_own_name(const std::string& name);
  std::vector<Stem> best_stems() const;
  void add_words(std::vector<Significant>& found);
  bool is_word_to_tell(const std::string& form) const;

  const store::IndexReader& index_;
  const SignificanceAsked& asked_;
  Stemmers& stemmers_;
  Deadline& deadline_;
  OwnWords own_;
  std::uint64_t all_;
  std::uint64_t read_ = 0;
  WordCounts words_;
  std::array<MarkCounts, kEntityTypes.size()> marks_;
};

std::vector<Significant> Sample::names() {
  std::vector<Significant> all;
  for (std::size_t i = 0; i < kEntityTypes.size(); ++i) {
    for (Significant& one : names_of(kEntityTypes[i], marks_[i])) all.push_back(std::move(one));
  }
  std::sort(all.begin(), all.end(), stands_before);
  all.resize(std::min(all.size(), asked_.most));
  return all;
}

// Spellings of one name are one, as in facets.
std::vector<Significant> Sample::names_of(EntityType type, const MarkCounts& counts) {
  EntityNames names(index_.database());
  std::vector<Significant> out;
  std::vector<std::uint64_t> anywhere;
  for (const MarkCount& row : counts.highest(kMostNames)) {
    if (row.count < fewest() || deadline_.check()) break;
    const Entity* entity = names.find(row.document, type, row.mark);
    if (entity == nullptr || is_own_name(entity->name)) continue;
    const std::string name = canonical_name(asked_.aliases, type, entity->name);
    const auto same = std::find_if(out.begin(), out.end(), [&](const Significant& known) {
      return known.text == name || names::compare_names(known.text, name, type).same;
    });
    const auto place = static_cast<std::size_t>(same - out.begin());
    if (same == out.end()) {
      out.push_back({name, kind_of(type), 0, 0});
      anywhere.push_back(0);
    }
    out[place].articles += row.count;
    anywhere[place] += index_.estimate(
        schema::make_term(schema::field_of(type).value_prefix, text::fold_value(entity->name)));
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].articles = std::min(out[i].articles, read_);
    out[i].score = score_of(out[i].articles, anywhere[i]);
  }
  std::erase_if(out, [](const Significant& one) { return one.score < kLeastSignificant; });
  return out;
}

bool Sample::is_own_name(const std::string& name) {
  const auto words = names::plain_words(name, kWordsOfAName);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    std::string stem;
    stemmers_.of(asked_.languages.front()).stem(word, stem);
    return own_.has_form(word) || own_.has_stem(stem);
  });
}

// From the most frequent on, until no rarer one can be among the best any more: a stem is at its
// most significant where no other article has it. So few of the many are looked up.
std::vector<Sample::Stem> Sample::best_stems() const {
  std::vector<std::pair<std::uint64_t, const std::string*>> order;
  order.reserve(words_.stems().size());
  for (const auto& [stem, count] : words_.stems()) {
    if (count >= fewest() && !own_.has_stem(stem)) order.emplace_back(count, &stem);
  }
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : *a.second < *b.second;
  });
  std::vector<Stem> best;
  std::priority_queue<double, std::vector<double>, std::greater<>> scores;
  const std::size_t wanted = asked_.most + kMoreStems;
  for (const auto& [count, stem] : order) {
    if (scores.size() == wanted && score_of(count, count) < scores.top()) break;
    if (deadline_.check()) break;
    const double score = score_of(count, index_.estimate(schema::make_stem_term("", *stem)));
    if (score < kLeastSignificant) continue;
    best.push_back({*stem, count, score});
    scores.push(score);
    if (scores.size() > wanted) scores.pop();
  }
  std::sort(best.begin(), best.end(), [](const Stem& a, const Stem& b) {
    return a.score != b.score ? a.score > b.score : a.text < b.text;
  });
  best.resize(std::min(best.size(), wanted));
  return best;
}

bool Sample::is_word_to_tell(const std::string& form) const {
  return form.size() >= kShortestWord && !own_.has_form(form) &&
         std::none_of(
             asked_.languages.begin(), asked_.languages.end(),
             [&](const std::string& language) { return text::is_stop_word(form, language); });
}

void Sample::add_words(std::vector<Significant>& found) {
  std::map<std::string, std::uint64_t> in_names;
  for (const Significant& name : found) {
    std::vector<std::string> words = names::plain_words(name.text, kWordsOfAName);
    const std::string folded = text::fold_value(name.text);
    for (const std::string_view word : split(folded, ' '))
      words.push_back(solid(std::string(word)));
    for (const std::string& word : words) {
      std::uint64_t& articles = in_names[word];
      articles = std::max(articles, name.articles);
    }
  }
  const std::vector<Stem> stems = best_stems();
  std::vector<std::string> texts;
  texts.reserve(stems.size());
  for (const Stem& stem : stems) texts.push_back(stem.text);
  const auto forms = words_.forms_of(texts, asked_.languages, stemmers_);
  std::set<std::string> told;  // a word may have two stems, by its accents or by its hyphen
  for (std::size_t i = 0; i < stems.size(); ++i) {
    const std::string word = solid(forms[i]);
    const auto name = in_names.find(word);
    const bool says_less = name != in_names.end() && 2 * name->second >= stems[i].articles;
    if (says_less || !is_word_to_tell(forms[i]) || !told.insert(word).second) continue;
    found.push_back({forms[i], Significant::Kind::kWord, stems[i].articles, stems[i].score});
  }
}

}  // namespace

std::vector<Significant> significant_in(const store::IndexReader& index,
                                        const SignificanceAsked& asked, Stemmers& stemmers,
                                        Deadline& deadline) {
  return Sample(index, asked, stemmers, deadline).run();
}

}  // namespace dateline::search
