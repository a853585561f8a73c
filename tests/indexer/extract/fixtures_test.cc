// The golden test: every page of corpus/fixtures against its truth. A body is compared by bags of
// four words in a row, as the article-extraction benchmark does.
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <array>
#include <map>
#include <memory>

#include <nlohmann/json.hpp>

#include "common/base/file.h"
#include "common/base/strings.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/markup/markup_text.h"
#include "tests/support/places.h"

namespace dateline::indexer::fixtures_test {
namespace {

using Json = nlohmann::json;

const std::string kFolder = dateline::testing::source_directory() + "/corpus/fixtures/";

struct CloseGzip {
  void operator()(gzFile file) const { gzclose(file); }
};

std::string gunzip(const std::string& path) {
  const std::unique_ptr<gzFile_s, CloseGzip> file(gzopen(path.c_str(), "rb"));
  std::string out;
  std::array<char, 65536> piece{};
  for (int count = 1; file && count > 0;) {
    count = gzread(file.get(), piece.data(), static_cast<unsigned>(piece.size()));
    if (count > 0) out.append(piece.data(), static_cast<std::size_t>(count));
  }
  return out;
}

std::string unzstd(const std::string& bytes) {
  std::string out(std::size_t{8} << 20, '\0');
  const std::size_t size = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  out.resize(ZSTD_isError(size) != 0U ? 0 : size);
  return out;
}

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

RawDocument read(const Json& truth) {
  const std::string path = kFolder + truth.at("file").get<std::string>();
  RawDocument document;
  document.url = truth.value("url", "");
  document.origin.path = path;
  document.bytes = ends_with(path, ".gz")
                       ? gunzip(path)
                       : real_files().read(path, std::uint64_t{8} << 20).value_or("");
  if (ends_with(path, ".zst")) document.bytes = unzstd(document.bytes);
  return document;
}

ExtractResult extracted(const RawDocument& document, const ExtractOptions& options = {}) {
  const bool is_text = ends_with(document.origin.path, ".txt");
  return is_text ? extract_text(document, options) : extract_article(document, options);
}

std::vector<Json> all_truths() {
  const auto lines = real_files().read(kFolder + "truth.jsonl", std::uint64_t{64} << 20);
  std::vector<Json> truths;
  if (!lines) return truths;
  for (const std::string_view line : split(*lines, '\n')) {
    if (!trim(line).empty()) truths.push_back(Json::parse(line));
  }
  return truths;
}

std::map<std::string, int> shingles(const std::string& text) {
  std::vector<std::string> words;
  for (const std::string_view line : split(text, '\n')) {
    for (const std::string_view word : split(line, ' ')) {
      if (std::string fold = page::folded(word); !fold.empty()) words.push_back(std::move(fold));
    }
  }
  std::map<std::string, int> bag;
  for (std::size_t i = 0; i + 3 < std::max<std::size_t>(words.size(), 4); ++i) {
    std::string key;
    for (std::size_t w = i; w < std::min(i + 4, words.size()); ++w) key += words[w] + " ";
    ++bag[key];
  }
  return bag;
}

double body_f1(const std::string& expected, const std::string& found) {
  const auto wanted = shingles(expected);
  const auto given = shingles(found);
  int hit = 0;
  int total = 0;
  for (const auto& [key, count] : wanted) {
    const auto at = given.find(key);
    hit += at == given.end() ? 0 : std::min(count, at->second);
    total += count;
  }
  for (const auto& [key, count] : given) total += count;
  return total == 0 ? 1 : 2.0 * hit / total;
}

std::string joined(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  std::string out;
  for (const Json& one : value) out += one.get<std::string>() + ";";
  return out;
}

// Of each field: how often the truth states it, and how often it is found so.
class Tally {
 public:
  void add(const Json& truth, const Article& article) {
    text(truth, "headline", article.headline);
    text(truth, "standfirst", article.standfirst);
    text(truth, "byline", join(article.byline, ";") + ";");
    text(truth, "agencies", join(article.agencies, ";") + ";");
    text(truth, "source", article.source);
    text(truth, "canonical_url", article.canonical_url);
    text(truth, "tags", join(article.tags, ";") + ";");
    text(truth, "section", article.section);
    text(truth, "dateline", article.dateline);
    moment(truth, "published", article.published);
    moment(truth, "modified", article.modified);
  }

  double share(const std::string& field) const {
    const auto at = counts_.find(field);
    return at == counts_.end() ? 0 : double(at->second.right) / double(at->second.stated);
  }

 private:
  struct Count {
    int stated = 0;
    int right = 0;
  };

  void note(const Json& truth, const std::string& field, bool right, const std::string& found) {
    ++counts_[field].stated;
    counts_[field].right += right ? 1 : 0;
    if (right) return;
    ::testing::Test::RecordProperty(truth.at("file").get<std::string>() + " " + field, found);
  }

  void text(const Json& truth, const std::string& field, const std::string& found) {
    if (!truth.contains(field)) return;
    note(truth, field, page::folded(joined(truth.at(field))) == page::folded(found), found);
  }

  void moment(const Json& truth, const std::string& field, const std::optional<Timestamp>& found) {
    if (!truth.contains(field)) return;
    const auto expected = Timestamp::parse(truth.at(field).get<std::string>());
    note(truth, field, expected == found, found ? found->to_string() : "");
  }

  std::map<std::string, Count> counts_;
};

bool is_article(const Json& truth) {
  return truth.at("kind") == "article" || truth.at("kind") == "live";
}

TEST(Fixtures, EveryArticleHasItsHeadlineAndItsText) {
  const std::vector<Json> truths = all_truths();
  ASSERT_FALSE(truths.empty()) << "no " << kFolder << "truth.jsonl";
  for (const Json& truth : truths) {
    if (!is_article(truth)) continue;
    const auto found = extracted(read(truth));
    ASSERT_TRUE(found) << truth.at("file") << ": " << found.error().reason;
    EXPECT_EQ(page::folded(found->article.headline), page::folded(truth.value("headline", "")))
        << truth.at("file");
    constexpr double kBodyF1 = 0.90;
    const double f1 = body_f1(truth.value("body", ""), found->article.body);
    EXPECT_GE(f1, kBodyF1) << truth.at("file") << ": body F1 " << f1;
  }
}

TEST(Fixtures, FrontsAndStubsAreRejectedUnlessAskedFor) {
  for (const Json& truth : all_truths()) {
    if (is_article(truth)) continue;
    const RawDocument document = read(truth);
    const auto found = extracted(document);
    ASSERT_FALSE(found) << truth.at("file");
    EXPECT_EQ(found.error().code, reject::kNotAnArticle) << truth.at("file");
    EXPECT_TRUE(extracted(document, {.keep_all = true})) << truth.at("file");
  }
}

// The shares are what was reached, rounded down: a change that lowers one has to say why.
TEST(Fixtures, FieldsAreFoundAsOftenAsBefore) {
  Tally tally;
  for (const Json& truth : all_truths()) {
    if (!is_article(truth)) continue;
    const auto found = extracted(read(truth));
    if (found) tally.add(truth, found->article);
  }
  const std::vector<std::pair<std::string, double>> bounds{
      {"headline", 1.0},  {"canonical_url", 1.0}, {"published", 0.97}, {"modified", 0.97},
      {"byline", 0.97},   {"standfirst", 0.97},   {"source", 0.94},    {"dateline", 0.88},
      {"agencies", 0.80}, {"tags", 0.77},         {"section", 0.66}};
  for (const auto& [field, bound] : bounds) EXPECT_GE(tally.share(field), bound) << field;
}

}  // namespace
}  // namespace dateline::indexer::fixtures_test
