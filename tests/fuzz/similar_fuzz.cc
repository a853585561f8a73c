// Any bytes as a draft that like articles are looked for, against an index of two segments, with an
// article that has gone and one that is hidden.
//
// What read_draft() refuses is refused, all else is answered: within the limit, nothing twice, nothing
// that has gone or is hidden, and nothing that the draft is a version of.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "indexer/write/analysis/article_analyser.h"
#include "indexer/write/index/index_writer.h"
#include "searcher/search/searcher.h"
#include "searcher/search/similar/draft.h"
#include "tests/support/temporary_directory.h"

namespace dateline::search {
namespace {

constexpr std::size_t kLimit = 3;

void require(bool holds) {
  if (!holds) std::abort();
}

Article article_of(const std::string& id, const std::string& headline, const std::string& body) {
  Article article;
  article.id = id;
  article.headline = headline;
  article.body = body;
  article.language = "en";
  article.published = Timestamp::parse("2020-03-01T10:00:00Z");
  article.entities = {{EntityType::kPlace, "São Tomé", 1, {"São Tomé"}}};
  return article;
}

// The place of an index that lives as long as the process.
std::string make_index() {
  static const testing::TemporaryDirectory kDirectory;
  std::string place = kDirectory.file("index");
  auto writer = indexer::IndexWriter::open(place);
  require(static_cast<bool>(writer));
  indexer::ArticleAnalyser analyser;
  const auto put = [&](const Article& article) {
    require(static_cast<bool>((*writer)->add(analyser.analyse(article, ""))));
  };
  put(article_of("a", "Dockers strike at Port Ellen",
                 "The harbour is closed; COVID-19, C++, 5,000"));
  put(article_of("b", "Café & <b>naïve</b>", "state-of-the-art O'Neill's #metoo 東京 Москва"));
  put(article_of("gone", "Harbour strike is over", "the harbour, the strike"));
  require(static_cast<bool>((*writer)->commit()));
  Article hidden = article_of("hidden", "Harbour strike plan", "the harbour, the strike");
  hidden.access = {"desk"};
  put(hidden);
  put(article_of("c", "Harbour opens", "the strike is over in Port Ellen"));
  require(static_cast<bool>((*writer)->remove_id("gone")));
  require(static_cast<bool>((*writer)->commit()));
  return place;
}

void try_draft(Searcher& searcher, std::string_view bytes) {
  const auto draft = read_draft(bytes);
  Request request;
  request.limit = kLimit;
  request.groups.emplace();
  const auto answer = searcher.similar_to_draft(bytes, request);
  require(static_cast<bool>(answer) == static_cast<bool>(draft));
  if (!answer) return;
  require(answer->hits.size() <= kLimit);
  std::set<std::string> ids;
  for (const Hit& hit : answer->hits) {
    require(hit.article.id != "gone" && hit.article.id != "hidden");
    require(hit.article.id != draft->id && ids.insert(hit.article.id).second);
  }
}

}  // namespace
}  // namespace dateline::search

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static dateline::search::Searcher searcher =
      dateline::search::Searcher::open({dateline::search::make_index()}).value();
  dateline::search::try_draft(searcher, {reinterpret_cast<const char*>(data), size});
  return 0;
}
