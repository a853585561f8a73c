#include "training/tagger/variation.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "common/base/strings.h"

namespace dateline::training {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view name) {
  Words out;
  for (const std::string_view word : split(name, ' ')) {
    if (!word.empty()) out.emplace_back(word);
  }
  return out;
}

bool is_capitalised(std::string_view word) { return !word.empty() && is_ascii_upper(word[0]); }

// Chooses the replacement of each name once for a document.
class Renaming {
 public:
  Renaming(const NamePool& pool, Random& random) : pool_(pool), random_(random) {}

  // The words to write instead of `name`.
  Words rename(const Words& name, NameKind kind) {
    const std::string key = join(name, " ") + static_cast<char>(kind);
    if (const auto known = renamed_.find(key); known != renamed_.end()) return known->second;
    Words chosen = choose(name, kind);
    renamed_.emplace(key, chosen);
    return chosen;
  }

 private:
  bool chance(unsigned percent) { return random_() % 100 < percent; }

  Words choose(const Words& name, NameKind kind) {
    constexpr unsigned kPlaces = 60;
    constexpr unsigned kOrganisations = 40;
    const bool loud =
        name[0].size() > 3 && std::none_of(name[0].begin(), name[0].end(), is_ascii_lower);
    if (!is_capitalised(name[0]) || loud) return name;
    if (kind == NameKind::kPerson) return choose_person(name);
    if (kind == NameKind::kPlace && name.size() <= 2 && chance(kPlaces)) {
      return words_of(pool_.place(random_));
    }
    if (kind == NameKind::kOrganisation && name.size() <= 2 && chance(kOrganisations)) {
      return words_of(pool_.organisation(random_));
    }
    return name;
  }

  Words choose_person(const Words& name) {
    if (name.size() > 3) return name;
    Words out;
    if (name.size() > 1) {
      out = words_of(pool_.given_name(random_));
      if (name.size() == 3 && name[1].size() <= 2) out.push_back(name[1]);
    }
    auto [surname, is_new] = surnames_.try_emplace(name.back());
    if (is_new) surname->second = words_of(pool_.surname(random_));
    out.insert(out.end(), surname->second.begin(), surname->second.end());
    return out;
  }

  const NamePool& pool_;
  Random& random_;
  std::unordered_map<std::string, Words> renamed_;
  std::unordered_map<std::string, Words> surnames_;
};

std::size_t name_end(const Sentence& sentence, std::size_t at) {
  std::size_t end = at + 1;
  while (end < sentence.size() && sentence[end].kind == sentence[at].kind &&
         !sentence[end].begins) {
    ++end;
  }
  return end;
}

// Words that titles write small.
bool stays_small(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kSmall{
      "a",  "an",  "and", "as",   "at",   "by",  "for", "from", "in", "of",   "on",
      "or", "the", "to",  "with", "over", "but", "n't", "'s",   "is", "than", "into"};
  return std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
}

std::string raised(std::string text, std::size_t letters) {
  for (std::size_t i = 0; i < letters && i < text.size(); ++i) {
    if (is_ascii_lower(text[i])) text[i] = static_cast<char>(text[i] - 32);
  }
  return text;
}

}  // namespace

AnnotatedDocument with_other_names(const AnnotatedDocument& document, const NamePool& pool,
                                   Random& random) {
  Renaming renaming(pool, random);
  AnnotatedDocument out;
  for (const Sentence& sentence : document.sentences) {
    Sentence copy;
    for (std::size_t at = 0; at < sentence.size();) {
      if (sentence[at].kind == NameKind::kNone || sentence[at].kind == NameKind::kOther) {
        copy.push_back(sentence[at++]);
        continue;
      }
      const std::size_t end = name_end(sentence, at);
      Words name;
      for (std::size_t i = at; i < end; ++i) name.push_back(sentence[i].text);
      bool begins = true;
      for (const std::string& word : renaming.rename(name, sentence[at].kind)) {
        copy.push_back({word, sentence[at].kind, begins});
        begins = false;
      }
      at = end;
    }
    out.sentences.push_back(std::move(copy));
  }
  return out;
}

AnnotatedDocument in_title_case(const AnnotatedDocument& document) {
  AnnotatedDocument out = document;
  for (Sentence& sentence : out.sentences) {
    if (sentence.size() > 1 && sentence.back().text == ".") sentence.pop_back();
    for (Token& token : sentence) {
      if (!stays_small(token.text)) token.text = raised(std::move(token.text), 1);
    }
  }
  return out;
}

AnnotatedDocument in_upper_case(const AnnotatedDocument& document) {
  AnnotatedDocument out = document;
  for (Sentence& sentence : out.sentences) {
    if (sentence.size() > 1 && sentence.back().text == ".") sentence.pop_back();
    for (Token& token : sentence) {
      const std::size_t all = token.text.size();
      token.text = raised(std::move(token.text), all);
    }
  }
  return out;
}

}  // namespace dateline::training
