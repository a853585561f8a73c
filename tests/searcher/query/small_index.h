// A small index written term by term, as the schema prescribes: what queries are tried on.
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"

namespace dateline::query {

struct SmallArticle {
  std::string headline = {};
  std::string body = {};
  std::string standfirst = {};
  std::string day = {};  // "20200106"
  std::string source = {};
  std::string language = {};
  std::vector<std::string> persons = {};
  std::vector<std::string> tags = {};
  std::string url = {};
  std::string id = {};
};

class SmallIndex {
 public:
  explicit SmallIndex(const std::vector<SmallArticle>& articles);

  const Xapian::Database& db() const { return db_; }

  // Document ids, from 1 in the order of the articles. A query that fails, fails the test.
  std::set<Xapian::docid> find(std::string_view query, Match match = Match::kAll);
  // The ids of find(), ranked.
  std::vector<Xapian::docid> rank(std::string_view query);
  CompiledQuery compiled(std::string_view query, Match match = Match::kAll);

  std::size_t max_expansions = 256;
  Spelling spelling = Spelling::kBoth;

 private:
  Xapian::WritableDatabase db_;
};

// Documents that `query` finds in `db`.
std::set<Xapian::docid> find_in(const Xapian::Database& db, const Xapian::Query& query);

// The document that the small index makes of an article.
Xapian::Document document_of(const SmallArticle& article);

}  // namespace dateline::query
