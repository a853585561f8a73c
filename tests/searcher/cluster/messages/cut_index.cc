#include "tests/searcher/cluster/messages/cut_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "common/names/shipped/shipped_aliases.h"

namespace dateline::testing {
namespace {

constexpr int kWords = 60;

class Draw {
 public:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  // The first ones more often.
  int rather_low(int end) { return std::min(below(end), below(end)); }

  std::string body() {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      text += "word" + std::to_string(rather_low(kWords)) + (i % 9 == 8 ? ". " : " ");
    }
    return text;
  }

  Article article(int number, const std::string& text) {
    // One after the other: compilers evaluate arguments in different orders.
    const std::string published = date();
    const std::string headline = "Headline word" + std::to_string(below(kWords));
    Article article = make_article("a" + std::to_string(number), headline, text, published);
    if (below(7) != 0) article.source = "Source " + std::to_string(rather_low(30));
    if (below(3) != 0) article.section = "Section " + std::to_string(below(12));
    article.language = below(3) == 0 ? "de" : "en";
    for (int i = below(4); i > 0; --i) {
      article.tags.push_back("tag " + std::to_string(rather_low(400)));
    }
    if (below(2) == 0) article.byline = {"Ann Author" + std::to_string(rather_low(40))};
    for (int i = below(4); i > 0; --i) add_entity(article);
    return article;
  }

 private:
  std::string date() {
    if (below(9) == 0) return "";
    const int day = rather_low(900);
    const std::string month = std::to_string(101 + day / 28 % 9).substr(1);
    return std::to_string(2010 + day / 300) + "-" + month + "-" + std::to_string(10 + day % 18) +
           (below(2) == 0 ? "T10:0" + std::to_string(below(10)) + ":00Z" : "");
  }

  void add_entity(Article& article) {
    static const std::vector<std::string> kPeople{
        "Donald Trump", "Mark Esper",           "Trump",         "Esper",      "Ana Tavares",
        "Tavares",      "Ursula von der Leyen", "Melania Trump", "John Kerry", "Kerry"};
    static const std::vector<std::string> kPlaces{"Iran", "Iraq", "United States", "U.S.",
                                                  "Lisbon"};
    static const std::vector<std::string> kBodies{"Associated Press", "AP", "European Union", "EU"};
    const auto add = [&](EntityType type, const std::vector<std::string>& names) {
      const std::string& name =
          names[static_cast<std::size_t>(rather_low(static_cast<int>(names.size())))];
      const auto known = std::find_if(article.entities.begin(), article.entities.end(),
                                      [&](const Entity& one) { return one.name == name; });
      if (known != article.entities.end()) return;
      article.entities.push_back({type, name, static_cast<std::uint32_t>(1 + below(4)), {name}});
    };
    switch (below(4)) {
      case 0:
        return add(EntityType::kPlace, kPlaces);
      case 1:
        return add(EntityType::kOrganisation, kBodies);
      default:
        return add(EntityType::kPerson, kPeople);
    }
  }

  std::mt19937 random_{17};
};

// One article in four is a copy of an earlier one.
void fill(CutIndex& index, int articles, bool loses_some) {
  Draw draw;
  std::vector<std::string> bodies;
  for (int i = 0; i < articles; ++i) {
    const bool copies = i > 0 && draw.below(4) == 0;
    bodies.push_back(copies ? bodies[static_cast<std::size_t>(draw.below(i))] : draw.body());
    index.put(draw.article(i, bodies.back()));
    if (i % 250 == 249) index.commit();
  }
  for (int i = 0; loses_some && i < articles; i += 17) index.remove("a" + std::to_string(i));
  for (int i = 5; loses_some && i < articles; i += 50) index.put(draw.article(i, draw.body()));
  index.close();
}

store::IndexReader opened(const std::string& place) {
  auto reader = store::IndexReader::open({place});
  EXPECT_TRUE(reader) << reader.error().to_string();
  return std::move(*reader);
}

}  // namespace

const CutIndex& CutIndex::drawn() {
  static const auto* const kIndex = [] {
    static CutIndex index(3);
    fill(index, 700, true);
    return &index;
  }();
  return *kIndex;
}

const CutIndex& CutIndex::whole_and_small() {
  static const auto* const kIndex = [] {
    static CutIndex index(4);
    fill(index, 200, false);
    return &index;
  }();
  return *kIndex;
}

SmallIndex& CutIndex::part_of(const std::string& id) {
  std::size_t sum = 0;
  for (const char c : id) sum = sum * 31 + static_cast<unsigned char>(c);
  return parts_[sum % parts_.size()];
}

void CutIndex::put(const Article& article) {
  whole_.put(article);
  part_of(article.id).put(article);
}

void CutIndex::remove(const std::string& id) {
  whole_.remove(id);
  part_of(id).remove(id);
}

void CutIndex::commit() {
  whole_.commit();
  for (SmallIndex& part : parts_) part.commit();
}

void CutIndex::close() {
  whole_.close();
  for (SmallIndex& part : parts_) part.close();
  whole_reader_ = opened(whole_.place());
  for (const SmallIndex& part : parts_) readers_.push_back(opened(part.place()));
}

search::Call CutIndex::call() const {
  query::QueryOptions options;
  options.languages = {"en"};
  options.clock = &clock();
  options.aliases = &names::shipped_aliases();
  return {whole(), std::move(options), time_enough()};
}

const Clock& CutIndex::clock() {
  static const FixedClock kClock{
      std::chrono::sys_days(std::chrono::year(2014) / std::chrono::January / 1)};
  return kClock;
}

std::shared_ptr<search::Deadline> CutIndex::time_enough() {
  return std::make_shared<search::Deadline>(std::chrono::minutes(5));
}

std::vector<std::string> drawn_queries() {
  std::vector<std::string> out{"",
                               "word1",
                               "word59",
                               "word3 word7",
                               "word4 OR word50",
                               "word2 -word9",
                               "\"word0 word1\"",
                               "word1*",
                               "word5 source:\"Source 1\"",
                               "date:2010..2011 word3",
                               "person:\"Donald Trump\"",
                               "headline:word8",
                               "lang:de",
                               "nosuchword"};
  for (int i = 10; i < 30; ++i) {
    out.push_back("word" + std::to_string(i) + " OR word" + std::to_string(i * 2 % kWords));
  }
  return out;
}

}  // namespace dateline::testing
