#include "corpus/generator/stories/model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "common/base/fingerprint.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/document/identity.h"
#include "common/schema/article_json.h"
#include "corpus/generator/stories/plants.h"

namespace dateline::corpus {
namespace {

constexpr CorpusOptions kSeven{.seed = 7};

std::string fingerprint_of_first(const CorpusModel& model, std::uint64_t articles) {
  std::string all;
  for (std::uint64_t i = 0; i < articles; ++i) all += schema::to_json(model.article(i)) + "\n";
  return fingerprint(all);
}

// Figures and answers that people have noted for a seed must stay true. Where the articles are
// changed on purpose, this changes with them, and docs that quote figures are measured again.
TEST(Corpus, FirstArticlesOfASeedAreTheSameForEver) {
  EXPECT_EQ(fingerprint_of_first(CorpusModel(kSeven), 100), "5e2ade59412176c3c96ee5631811e852");
}

TEST(Corpus, AnotherSeedIsAnotherCorpus) {
  EXPECT_NE(CorpusModel({.seed = 1}).article(5).body, CorpusModel({.seed = 2}).article(5).body);
}

TEST(Corpus, AnArticleDoesNotDependOnWhatWasMadeBefore) {
  const CorpusModel model(kSeven);
  std::vector<Article> forwards;
  for (std::uint64_t i = 0; i < 60; ++i) forwards.push_back(model.article(i));
  const CorpusModel fresh(kSeven);
  for (std::uint64_t i = 60; i-- > 0;) EXPECT_EQ(fresh.article(i), forwards[i]) << i;
}

TEST(Corpus, FarArticlesAreAsNearAsTheFirst) {
  const CorpusModel model(kSeven);
  const std::uint64_t far = (std::uint64_t{1} << 47) + 3;
  EXPECT_TRUE(model.article(far).has_text());
  EXPECT_EQ(CorpusModel::number_of(model.article(far).url), far);
}

TEST(Corpus, RecordsAreSoundAndSurviveJson) {
  const CorpusModel model(kSeven);
  std::set<std::string> ids;
  for (std::uint64_t i = 0; i < 300; ++i) {
    const Article article = model.article(i);
    const std::string json = schema::to_json(article);
    EXPECT_TRUE(is_valid_utf8(json));
    const auto read = schema::article_from_json(json);
    ASSERT_TRUE(read) << read.error().to_string();
    EXPECT_EQ(*read, article);
    EXPECT_TRUE(ids.insert(article.id).second);
    EXPECT_EQ(CorpusModel::number_of(article.url), i);
    EXPECT_EQ(article.headline, model.headline(i));
  }
}

TEST(Corpus, NumbersAreReadFromItsUrlsAlone) {
  EXPECT_EQ(CorpusModel::number_of("https://a.example/world/2020/01/06/two-words-17.html"), 17U);
  for (const char* other : {"", ".html", "https://a.example/x-.html", "https://a.example/x-1a.html",
                            "https://a.example/x-17", "https://a.example/17.html"}) {
    EXPECT_EQ(CorpusModel::number_of(other), std::nullopt) << other;
  }
}

// ---- Planted words

std::size_t occurrences(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
    const bool ends = end == text.size() || text[end] == ' ' || text[end] == ',' ||
                      text[end] == '.' || text[end] == '\n';
    if (begins && ends) ++count;
  }
  return count;
}

const std::string& part_of(const Article& article, PlantedIn part) {
  if (part == PlantedIn::kHeadline) return article.headline;
  return part == PlantedIn::kStandfirst ? article.standfirst : article.body;
}

TEST(Corpus, PlantedTextStandsWhereItShouldAndNowhereElse) {
  const CorpusModel model({.seed = 7, .mean_words = 60, .copies_per_mille = 300});
  for (std::uint64_t i = 0; i < 1100; ++i) {
    const Article article = model.article(i);
    for (const Plant& plant : plants()) {
      const std::size_t expected = i % plant.modulus == plant.remainder ? 1 : 0;
      if (plant.in == PlantedIn::kTag) {
        EXPECT_EQ(std::count(article.tags.begin(), article.tags.end(), plant.text), expected);
      } else {
        EXPECT_EQ(occurrences(part_of(article, plant.in), plant.text), expected)
            << plant.text << " in " << i;
      }
    }
  }
}

// ---- Copies

std::set<std::string> sentences_of(const Article& article) {
  std::set<std::string> all;
  for (const std::string_view paragraph : paragraphs(article.body)) {
    for (const std::string_view sentence : split(paragraph, '.')) {
      if (sentence.size() > 20) all.emplace(trim(sentence));
    }
  }
  return all;
}

double shared(const Article& copy, const Article& original) {
  const auto theirs = sentences_of(original);
  const auto ours = sentences_of(copy);
  std::size_t common = 0;
  for (const std::string& sentence : ours) common += theirs.contains(sentence) ? 1 : 0;
  return static_cast<double>(common) / static_cast<double>(ours.size());
}

TEST(Corpus, CopiesTellTheSameStoryWithSlightEdits) {
  const CorpusModel model(kSeven);
  double total = 0;
  int copies = 0;
  int verbatim = 0;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    if (!model.layout().is_copy(i)) continue;
    const Article original = model.article(model.layout().story_of(i));
    const Article copy = model.article(i);
    total += shared(copy, original);
    verbatim += copy.body == original.body ? 1 : 0;
    EXPECT_NE(copy.source, original.source);
    EXPECT_FALSE(copy.agencies.empty());
    EXPECT_EQ(copy.agencies, original.agencies);
    EXPECT_EQ(copy.dateline, original.dateline);
    ++copies;
  }
  EXPECT_EQ(copies, 200);
  EXPECT_GT(total / copies, 0.7);
  EXPECT_LT(verbatim, copies / 4);
}

TEST(Corpus, DifferentStoriesShareNothing) {
  const CorpusModel model(kSeven);
  EXPECT_LT(shared(model.article(1), model.article(0)), 0.05);
}

// ---- Entities

std::size_t count_of(std::string_view text, std::string_view form) {
  std::size_t count = 0;
  for (std::size_t at = text.find(form); at != std::string_view::npos;
       at = text.find(form, at + form.size())) {
    ++count;
  }
  return count;
}

TEST(Corpus, PeopleAreCountedAndIntroducedByTheirFullNames) {
  const CorpusModel model(kSeven);
  for (std::uint64_t i = 0; i < 300; ++i) {
    const Article article = model.article(i);
    const std::string text = article.headline + "\n" + article.standfirst + "\n" + article.body;
    for (const Entity& entity : article.entities) {
      if (entity.type != EntityType::kPerson) continue;
      const std::string surname = entity.name.substr(entity.name.rfind(' ') + 1);
      EXPECT_EQ(count_of(text, surname), entity.mentions) << entity.name << " in " << i;
      EXPECT_EQ(entity.forms.front(), entity.name);
      const std::size_t full = article.body.find(entity.name);
      ASSERT_NE(full, std::string::npos);
      EXPECT_EQ(article.body.find(surname), full + entity.name.size() - surname.size());
    }
  }
}

TEST(Corpus, FormsOfEntitiesAreWrittenInTheArticle) {
  const CorpusModel model(kSeven);
  for (std::uint64_t i = 0; i < 300; ++i) {
    const Article article = model.article(i);
    EXPECT_FALSE(article.entities.empty());
    const std::string text = article.headline + "\n" + article.body;
    for (const Entity& entity : article.entities) {
      for (const std::string& form : entity.forms) {
        EXPECT_NE(text.find(form), std::string::npos) << form << " in " << i;
      }
    }
  }
}

// ---- Laws, over the words of 2,000 articles

struct Measured {
  std::vector<double> frequencies;                // descending
  std::vector<std::pair<double, double>> growth;  // words, distinct words; after each article
  std::uint64_t articles = 0;
};

const Measured& measured() {
  static const Measured kResult = [] {
    Measured out;
    const CorpusModel model({.seed = 11, .copies_per_mille = 0});
    std::unordered_map<std::string, double> counts;
    double words = 0;
    for (; out.articles < 2000; ++out.articles) {
      std::string body = to_ascii_lower(model.article(out.articles).body);
      for (char& c : body) c = is_ascii_alnum(c) ? c : ' ';
      for (const std::string_view word : split(body, ' ')) {
        if (word.empty()) continue;
        ++words;
        ++counts[std::string(word)];
      }
      out.growth.emplace_back(words, static_cast<double>(counts.size()));
    }
    for (const auto& [word, count] : counts) out.frequencies.push_back(count);
    std::sort(out.frequencies.rbegin(), out.frequencies.rend());
    return out;
  }();
  return kResult;
}

TEST(Corpus, FrequenciesFollowZipf) {
  const auto& frequencies = measured().frequencies;
  // Least squares of log frequency on log rank, over ranks a tenth apart.
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
  for (std::size_t rank = 10; rank < 1000; rank += rank / 10) {
    const double x = std::log(static_cast<double>(rank));
    const double y = std::log(frequencies[rank - 1]);
    n += 1, sx += x, sy += y, sxx += x * x, sxy += x * y;
  }
  const double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  EXPECT_GT(slope, -1.15);
  EXPECT_LT(slope, -0.9);
}

// The exponent comes down to 0.56 from above while the core is being used up.
TEST(Corpus, VocabularyGrowsAsHeapsSays) {
  const auto& growth = measured().growth;
  const auto exponent = [&](std::size_t from, std::size_t to) {
    return std::log(growth[to].second / growth[from].second) /
           std::log(growth[to].first / growth[from].first);
  };
  const double late = exponent(999, 1999);
  EXPECT_GT(late, 0.54);
  EXPECT_LT(late, 0.66);
  EXPECT_GT(exponent(99, 199), late);
}

TEST(Corpus, BodiesHaveTheMeanLengthAskedFor) {
  const double mean = measured().growth.back().first / static_cast<double>(measured().articles);
  EXPECT_NEAR(mean, 400, 30);
}

// ---- Dates

TEST(Corpus, DaysAreTheLayoutsInTheOutletsOwnOffset) {
  const CorpusModel model(kSeven);
  for (std::uint64_t i = 0; i < 200; ++i) {
    const Article article = model.article(i);
    const Outlet& outlet = Layout::outlet_of(i);
    ASSERT_TRUE(article.published);
    EXPECT_EQ(article.published->day(), model.layout().day_of(i));
    EXPECT_EQ(article.published->has_time(), outlet.states_time);
    EXPECT_EQ(article.published->offset_minutes(), outlet.states_time ? outlet.offset_minutes : 0);
    if (article.modified) {
      EXPECT_GE(article.modified->instant(), article.published->instant());
    }
  }
}

}  // namespace
}  // namespace dateline::corpus
