// Searching an index that somebody writes all the while, and on several threads.
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/search/searcher.h"
#include "searcher/search/snippet/stemmers.h"
#include "tests/searcher/search/small_index.h"
#include "tests/support/temporary_directory.h"

namespace dateline::search {
namespace {

Article numbered(int number) {
  return testing::make_article("a" + std::to_string(number),
                               "Flood number " + std::to_string(number),
                               "A flood of words, and word w" + std::to_string(number) + ".");
}

// Replaces articles and commits, again and again, until told to stop.
void write_on(testing::SmallIndex& index, const std::atomic<bool>& stop,
              std::atomic<int>& commits) {
  for (int round = 0; !stop; ++round) {
    for (int i = 0; i < 5; ++i) index.put(numbered((round * 5 + i) % 300));
    index.commit();
    ++commits;
  }
}

TEST(ConcurrencyTest, AReaderNeverMeetsAnErrorFromAWritersCommits) {
  constexpr int kArticles = 300;
  testing::SmallIndex index;
  for (int i = 0; i < kArticles; ++i) index.put(numbered(i));
  index.commit();
  auto searcher = Searcher::open({index.place()});
  ASSERT_TRUE(searcher);
  std::atomic<bool> stop{false};
  std::atomic<int> commits{0};
  std::thread writer([&] { write_on(index, stop, commits); });
  Request request;
  request.query = "flood words";
  request.limit = kArticles;
  // Bounded by the writer's commits, not by time: the reader lives through thirty of them.
  for (int searches = 0; commits < 30 || searches < 100; ++searches) {
    const auto answer = searcher->search(request);
    EXPECT_TRUE(answer) << answer.error().to_string();
    // Each article is there at every moment: replacing one never hides it.
    EXPECT_EQ(answer ? answer->hits.size() : 0, kArticles);
    const auto article = searcher->article("a17");
    EXPECT_TRUE(article) << article.error().to_string();
    const auto explained = searcher->explain(request, "a17");
    EXPECT_TRUE(explained) << explained.error().to_string();
    if (::testing::Test::HasFailure()) break;
  }
  stop = true;
  writer.join();
}

// All kinds of parts that a query may have without a word of its own: what matches everything or
// nothing, filters, what is taken away.
void search_on_a_thread_of_its_own(const std::string& place, std::atomic<int>& failures) {
  auto searcher = Searcher::open({place});
  for (int round = 0; searcher && round < 50; ++round) {
    for (const char* query : {"NOT storm", "* OR * OR *", "flood AND NOT headline:zzz*",
                              "-storm -rain", "date:2020 flood", "\"number flood\"~3"}) {
      Request request;
      request.query = query;
      request.from = "2001";
      if (!searcher->search(request)) ++failures;
    }
  }
  if (!searcher) ++failures;
}

TEST(ConcurrencyTest, SearchersOfSeveralThreadsShareNothing) {
  testing::SmallIndex index;
  for (int i = 0; i < 20; ++i) index.put(numbered(i));
  index.close();
  std::atomic<int> failures{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { search_on_a_thread_of_its_own(index.place(), failures); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failures, 0);
}

Request flood_words() {
  Request request;
  request.query = "flood wor*";
  request.limit = 5;
  request.facets = {*facet_from("year:3")};
  return request;
}

bool is_answered(Searcher& searcher, const Request& request) {
  const auto answer = searcher.search(request);
  const auto suggested = searcher.suggest("flo", 5, request);
  return answer && answer->total.value >= 1 && suggested && !suggested->empty();
}

// Asks for what changes all the while, in turns as one who sees everything and as one who does not.
void read_on(Searcher searcher, int searches, std::atomic<int>& failures) {
  const Request everything = flood_words();
  Request everybodys = flood_words();
  everybodys.groups = std::vector<std::string>();
  for (int i = 0; i < searches; ++i) {
    if (!is_answered(searcher, i % 2 == 0 ? everybodys : everything)) ++failures;
  }
}

TEST(ConcurrencyTest, SearchersOfSeveralThreadsShareTheirTablesBesideAWriter) {
  testing::SmallIndex index;
  for (int i = 0; i < 50; ++i) index.put(numbered(i));
  Article hidden = numbered(1000);
  hidden.access = {"desk"};
  index.put(hidden);
  index.commit();
  const testing::TemporaryDirectory directory;
  std::ofstream(directory.file("synonyms.txt")) << "flood, deluge\n";
  auto first = Searcher::open({index.place()});
  ASSERT_TRUE(first);
  ASSERT_TRUE(first->use_synonyms(directory.file("synonyms.txt")));
  std::atomic<bool> stop{false};
  std::atomic<int> commits{0};
  std::atomic<int> failures{0};
  std::thread writer([&] { write_on(index, stop, commits); });
  std::vector<std::thread> readers;
  for (int i = 0; i < 3; ++i) {
    auto another = first->another();
    ASSERT_TRUE(another) << another.error().to_string();
    readers.emplace_back([&failures, searcher = std::move(*another)]() mutable {
      read_on(std::move(searcher), 40, failures);
    });
  }
  for (std::thread& reader : readers) reader.join();
  stop = true;
  writer.join();
  EXPECT_EQ(failures, 0);
}

TEST(ConcurrencyTest, StemsAreTheSameForAllThreadsThatShareTheirStemmers) {
  Stemmers shared;
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&shared, &wrong] {
      text::Stemmer english("en");
      text::Stemmer spanish("es");
      std::string stem;
      for (int i = 0; i < 2000; ++i) {
        const std::string word = "organization" + std::string(static_cast<std::size_t>(i % 7), 's');
        shared.of("en").stem(word, stem);
        wrong += stem == english.stem(word) ? 0 : 1;
        shared.of("es").accented_stem("organizacion", "organizaci\u00f3n", stem);
        wrong += stem == spanish.accented_stem("organizacion", "organizaci\u00f3n") ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace dateline::search
