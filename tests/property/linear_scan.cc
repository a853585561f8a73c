#include "tests/property/linear_scan.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/text/spelling.h"
#include "common/text/spellings/sign_plurals.h"
#include "common/text/tokenizer.h"
#include "common/text/values.h"

namespace dateline::testing {
namespace {

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string with_field(const std::string& field, const std::string& rest) {
  return field.empty() ? rest : field + ":" + rest;
}

// Days compare as text: "2020" covers "2020-01-06", and "2020-01-06" lies after "2020-01".
bool day_in_range(const std::string& day, const std::string& from, const std::string& to) {
  return !day.empty() && day.substr(0, from.size()) >= from && day.substr(0, to.size()) <= to;
}

}  // namespace

std::string Ask::to_text() const {
  switch (kind) {
    case Kind::kWord:
      return with_field(field, words[0]);
    case Kind::kExact:
      return with_field(field, "=" + words[0]);
    case Kind::kPhrase:
      return with_field(field, quoted(join(words, " ")));
    case Kind::kValue:
      return with_field(field, quoted(words[0]));
    case Kind::kDates:
      return "date:" + (words[0] == words[1] ? words[0] : words[0] + ".." + words[1]);
    case Kind::kAnd:
      return "(" + children[0].to_text() + " AND " + children[1].to_text() + ")";
    case Kind::kOr:
      return "(" + children[0].to_text() + " OR " + children[1].to_text() + ")";
    case Kind::kNot:
      return "(" + children[0].to_text() + " NOT " + children[1].to_text() + ")";
  }
  return {};
}

namespace {

std::string primary_language(const std::string& tag) {
  const std::string primary = tag.empty() ? "en" : to_ascii_lower(tag.substr(0, tag.find('-')));
  return text::Stemmer::knows(primary) ? primary : "none";
}

}  // namespace

text::Stemmer& LinearScan::stemmer_of(const std::string& language) const {
  return stemmers_.try_emplace(language, text::Stemmer(language)).first->second;
}

const std::set<std::string>& LinearScan::stems_of(const std::string& word) const {
  if (const auto known = stems_.find(word); known != stems_.end()) return known->second;
  constexpr std::size_t kLanguages = 8;
  std::vector<std::pair<int, std::string>> ranked;
  for (const auto& [language, articles] : languages_) ranked.emplace_back(-articles, language);
  std::sort(ranked.begin(), ranked.end());
  ranked.resize(std::min(ranked.size(), kLanguages));
  std::set<std::string>& stems = stems_[word];
  for (const auto& [rank, language] : ranked) {
    text::Stemmer& stemmer = stemmer_of(language);
    stems.emplace(stemmer.stem(word));
    if (language != "en") continue;
    if (auto doubled = text::doubled_stem(stemmer.stem(word)); !doubled.empty()) {
      stems.insert(std::move(doubled));
    }
    for (const std::string& other : text::other_spellings(word)) stems.emplace(stemmer.stem(other));
  }
  return stems;
}

void LinearScan::scan_text(FieldText& into, std::string_view text, text::Stemmer& stemmer) {
  for (const std::string_view paragraph : paragraphs(text)) {
    auto& positions = into.paragraphs.emplace_back();
    for (const text::OwnedToken& token : text::tokenize(paragraph)) {
      positions.resize(std::max<std::size_t>(positions.size(), token.position));
      positions[token.position - 1].push_back(token.form);
      into.forms.insert(token.form);
      into.stems.insert(token.stemmable ? std::string(stemmer.stem(token.form)) : token.form);
      if (!token.further && token.stemmable) {
        const auto written = paragraph.substr(token.begin, token.end - token.begin);
        into.stems.emplace(stemmer.accented_stem(token.form, written));
      }
      if (!token.further && token.stemmable) ++vocabulary_[token.form];
      if (token.further) compounds_.insert(token.form);
    }
    if (samples_.size() < 20000 && positions.size() > 4) {
      auto& sample = samples_.emplace_back();
      for (const auto& forms : positions) sample.push_back(forms.empty() ? "" : forms.front());
    }
  }
}

void LinearScan::remember_value(Scanned& scanned, const std::string& field,
                                const std::string& value) {
  const std::string folded = text::fold_value(value);
  if (folded.empty()) return;
  scanned.values[field].insert(folded);
  std::vector<std::string> words;
  for (const text::OwnedToken& token : text::tokenize(value)) {
    if (!token.further) words.push_back(token.form);
  }
  scanned.values[field].insert(join(words, " "));
  auto& known = values_[field];
  if (std::find(known.begin(), known.end(), folded) == known.end() && known.size() < 500) {
    known.push_back(folded);
  }
}

void LinearScan::add(const Article& article) {
  Scanned& scanned = articles_[article.id];
  scanned = {};
  const std::string language = primary_language(article.language);
  ++languages_[language];
  stems_.clear();
  text::Stemmer& stemmer = stemmer_of(language);
  scan_text(scanned.texts["headline"], article.headline, stemmer);
  scan_text(scanned.texts["standfirst"], article.standfirst, stemmer);
  scan_text(scanned.texts["body"], article.body, stemmer);
  remember_value(scanned, "source", article.source);
  remember_value(scanned, "section", article.section);
  for (const std::string& tag : article.tags) remember_value(scanned, "tag", tag);
  for (const std::string& name : article.byline) remember_value(scanned, "by", name);
  if (article.published) scanned.day = format_day(article.published->day());
}

const std::vector<std::string>& LinearScan::values_of(const std::string& field) const {
  static const std::vector<std::string> kNone;
  const auto found = values_.find(field);
  return found == values_.end() ? kNone : found->second;
}

// A word, in either spelling, among the forms that stand at one position; of what may be the plural of
// an acronym ("dlrs") its singular too.
bool LinearScan::is_among(const std::string& word, const std::vector<std::string>& forms) const {
  const auto holds = [&](const std::string& form) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  if (holds(word)) return true;
  const std::size_t singular = text::singular_length_in_small_letters(word);
  if (singular > 0 && holds(word.substr(0, singular))) return true;
  const auto others = text::other_spellings(word);
  return languages_.count("en") > 0 && std::any_of(others.begin(), others.end(), holds);
}

bool LinearScan::holds_phrase(const std::vector<std::string>& words, const FieldText& text) const {
  const auto stands_at = [&](const auto& positions, std::size_t at) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!is_among(words[i], positions[at + i])) return false;
    }
    return true;
  };
  for (const auto& positions : text.paragraphs) {
    for (std::size_t at = 0; at + words.size() <= positions.size(); ++at) {
      if (stands_at(positions, at)) return true;
    }
  }
  return false;
}

// A value is found whole, and by words that stand in it in a row.
bool LinearScan::holds_value(const std::string& asked, const std::set<std::string>& values) {
  const std::string spaced = " " + asked + " ";
  return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
    return (" " + value + " ").find(spaced) != std::string::npos;
  });
}

bool LinearScan::holds_word(const Ask& ask, const Scanned& article) const {
  static const std::set<std::string> kNone;
  const auto& stems = ask.kind == Ask::Kind::kWord ? stems_of(ask.words[0]) : kNone;
  for (const auto& [name, text] : article.texts) {
    if (!ask.field.empty() && name != ask.field) continue;
    if (ask.kind == Ask::Kind::kPhrase && holds_phrase(ask.words, text)) return true;
    if (ask.kind == Ask::Kind::kExact && text.forms.count(ask.words[0]) > 0) return true;
    for (const std::string& stem : stems) {
      if (text.stems.count(stem) > 0) return true;
    }
  }
  return false;
}

bool LinearScan::holds(const Ask& ask, const Scanned& article) const {
  switch (ask.kind) {
    case Ask::Kind::kAnd:
      return holds(ask.children[0], article) && holds(ask.children[1], article);
    case Ask::Kind::kOr:
      return holds(ask.children[0], article) || holds(ask.children[1], article);
    case Ask::Kind::kNot:
      return holds(ask.children[0], article) && !holds(ask.children[1], article);
    case Ask::Kind::kDates:
      return day_in_range(article.day, ask.words[0], ask.words[1]);
    case Ask::Kind::kValue: {
      const auto found = article.values.find(ask.field);
      return found != article.values.end() && holds_value(ask.words[0], found->second);
    }
    default:
      return holds_word(ask, article);
  }
}

std::set<std::string> LinearScan::run(const Ask& ask) const {
  std::set<std::string> ids;
  for (const auto& [id, article] : articles_) {
    if (holds(ask, article)) ids.insert(id);
  }
  return ids;
}

std::set<std::string> LinearScan::with_beginning(const std::string& beginning) const {
  const auto fits = [&](const std::string& form) {
    return form.compare(0, beginning.size(), beginning) == 0 &&
           std::all_of(form.begin(), form.end(), [](char c) {
             return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
           });
  };
  std::set<std::string> ids;
  for (const auto& [id, article] : articles_) {
    for (const auto& [name, text] : article.texts) {
      if (std::any_of(text.forms.begin(), text.forms.end(), fits)) ids.insert(id);
    }
  }
  return ids;
}

}  // namespace dateline::testing
