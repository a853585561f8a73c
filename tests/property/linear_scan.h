// The slow oracle: answers a query by looking at every article, with the same analysis of words and
// nothing else in common with the search program. What the index answers must be what this finds.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"
#include "common/text/stemmer.h"

namespace dateline::testing {

// A query as a tree of what it asks for; to_text() writes it in the query language.
struct Ask {
  enum class Kind {
    kWord,    // a stem; `field` headline, standfirst, body, or empty for any of them
    kExact,   // one form: "=word"
    kPhrase,  // words in a row, in one field
    kValue,   // `field` is source, section, tag, by or lang; words[0] the whole value
    kDates,   // words[0]..words[1], both days included, as YYYY-MM-DD, YYYY-MM or YYYY
    kAnd,
    kOr,
    kNot,  // children[0] without children[1]
  };
  Kind kind = Kind::kWord;
  std::string field;
  std::vector<std::string> words;
  std::vector<Ask> children;

  std::string to_text() const;
};

class LinearScan {
 public:
  // A later article with the same id replaces the earlier one.
  void add(const Article& article);

  // The ids of all articles that `ask` is true of.
  std::set<std::string> run(const Ask& ask) const;

  // The ids of all articles that have a form, compounds' and others, beginning so in any text
  // field; forms with a sign apart, which wildcards leave out.
  std::set<std::string> with_beginning(const std::string& beginning) const;

  // How many articles have each plain form in any text field: what queries may be made of.
  const std::map<std::string, int>& vocabulary() const { return vocabulary_; }

  // Forms that some text has as a compound: asking for one asks for its parts too.
  bool is_compound(const std::string& form) const { return compounds_.count(form) > 0; }

  // Runs of plain forms from article texts, to make phrases of.
  const std::vector<std::vector<std::string>>& samples() const { return samples_; }

  const std::vector<std::string>& values_of(const std::string& field) const;

  std::size_t size() const { return articles_.size(); }

 private:
  struct FieldText {
    // Paragraphs: for each position, the forms that stand there.
    std::vector<std::vector<std::vector<std::string>>> paragraphs;
    std::set<std::string> stems;
    std::set<std::string> forms;
  };
  struct Scanned {
    std::map<std::string, FieldText> texts;
    std::map<std::string, std::set<std::string>> values;
    std::string day;  // empty: undated
  };

  void scan_text(FieldText& into, std::string_view text, text::Stemmer& stemmer);
  void remember_value(Scanned& scanned, const std::string& field, const std::string& value);
  bool holds(const Ask& ask, const Scanned& article) const;
  bool holds_word(const Ask& ask, const Scanned& article) const;
  static bool holds_value(const std::string& asked, const std::set<std::string>& values);
  bool is_among(const std::string& word, const std::vector<std::string>& forms) const;
  bool holds_phrase(const std::vector<std::string>& words, const FieldText& text) const;

  std::map<std::string, Scanned> articles_;
  std::map<std::string, int> vocabulary_;
  std::set<std::string> compounds_;
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::vector<std::string>> samples_;
  text::Stemmer& stemmer_of(const std::string& language) const;
  // A word is looked for by its stem in each of the languages that most articles are written in.
  const std::set<std::string>& stems_of(const std::string& word) const;

  std::map<std::string, int> languages_;  // primary ones; "none": those without a stemmer
  mutable std::map<std::string, text::Stemmer> stemmers_;
  mutable std::map<std::string, std::set<std::string>> stems_;  // of words asked for
};

}  // namespace dateline::testing
