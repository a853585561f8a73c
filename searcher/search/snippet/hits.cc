#include "searcher/search/snippet/hits.h"

#include <string>
#include <utility>

#include "common/document/url.h"
#include "common/schema/stored_record.h"

namespace dateline::search {
namespace {

struct RawHit {
  std::size_t rank;
  double score;
  std::string record;
};

class HitMaker {
 public:
  HitMaker(SnippetMaker& snippets, Deadline& deadline) : snippets_(snippets), deadline_(deadline) {}

  bool out_of_time() { return deadline_.check(); }

  Status make(std::vector<RawHit>& raw) {
    for (RawHit& one : raw) {
      if (out_of_time()) break;
      if (auto made = make(one); !made) return made;
    }
    raw.clear();
    return {};
  }

  std::vector<Hit> take() { return std::move(hits_); }

 private:
  Status make(const RawHit& raw) {
    auto article = schema::decode_head(raw.record);
    if (!article) return failure(article.error());
    drop_addresses_that_run(*article);
    Hit hit;
    hit.rank = raw.rank;
    hit.score = raw.score;
    hit.snippet = snippets_.make(*article, schema::stored_body(raw.record));
    hit.marked.headline = snippets_.mark_whole(*article, schema::FieldId::kHeadline);
    hit.marked.standfirst = snippets_.mark_whole(*article, schema::FieldId::kStandfirst);
    hit.article = std::move(*article);
    hits_.push_back(std::move(hit));
    return {};
  }

  SnippetMaker& snippets_;
  Deadline& deadline_;
  std::vector<Hit> hits_;
};

}  // namespace

void drop_addresses_that_run(Article& article) {
  for (std::string* url : {&article.url, &article.canonical_url}) {
    if (!may_be_visited(*url)) url->clear();
  }
}

Result<std::vector<Hit>> hits_of(const Xapian::Database& db, const std::vector<PageMatch>& page,
                                 SnippetMaker& snippets, Deadline& deadline) {
  constexpr std::size_t kBatchBytes = std::size_t{16} << 20;
  HitMaker maker(snippets, deadline);
  std::vector<RawHit> raw;
  std::size_t bytes = 0;
  for (auto match = page.begin(); match != page.end() && !maker.out_of_time(); ++match) {
    raw.push_back({match->rank, match->score, db.get_document(match->document).get_data()});
    bytes += raw.back().record.size();
    if (bytes < kBatchBytes) continue;
    if (auto made = maker.make(raw); !made) return failure(made.error());
    bytes = 0;
  }
  if (auto made = maker.make(raw); !made) return failure(made.error());
  return maker.take();
}

}  // namespace dateline::search
