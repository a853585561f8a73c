// The order is that of dates, which segments hold by number: each walk over them keeps the first so many that
// have not been given yet, in a heap, so that memory has a bound whatever the index has. Tested by
// tests/indexer/write/upkeep/record_export_test.cc.
#include "indexer/write/upkeep/record_export.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <compare>
#include <limits>
#include <optional>
#include <vector>

#include "common/schema/article_mark.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/store/guard.h"
#include "common/store/index_reader.h"

namespace dateline::indexer {
namespace {

struct Turn {
  double instant = 0;  // infinite without a date
  schema::ArticleMark mark = 0;
  Xapian::docid document = 0;  // in all segments together

  friend auto operator<=>(const Turn&,
                          const Turn&) = default;  // NOLINT(modernize-use-nullptr): is none
};

// The values of a slot, asked for in the order of the documents.
class Values {
 public:
  Values(const Xapian::Database& db, schema::Slot slot)
      : at_(db.valuestream_begin(static_cast<Xapian::valueno>(slot))),
        end_(db.valuestream_end(static_cast<Xapian::valueno>(slot))) {}

  std::string of(Xapian::docid document) {
    if (at_ != end_) at_.skip_to(document);
    return at_ != end_ && at_.get_docid() == document ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

double instant_of(const std::string& value) {
  return value.empty() ? std::numeric_limits<double>::infinity()
                       : Xapian::sortable_unserialise(value);
}

class Export {
 public:
  Export(const store::IndexReader& reader, const std::function<bool(const Article&)>& take,
         std::size_t most)
      : reader_(reader), take_(take), most_(most) {}

  Result<std::uint64_t> run() {
    do {
      turns_.clear();
      for (std::size_t shard = 0; shard < reader_.shards(); ++shard) collect(shard);
      std::sort_heap(turns_.begin(), turns_.end());
      for (const Turn& turn : turns_) {
        const auto wanted = give(turn);
        if (!wanted) return failure(wanted.error());
        if (!*wanted) return given_;
      }
      if (!turns_.empty()) last_ = turns_.back();
    } while (turns_.size() == most_);
    return given_;
  }

 private:
  void collect(std::size_t shard) {
    const Xapian::Database& db = reader_.shard(shard);
    Values instants(db, schema::Slot::kInstant);
    Values marks(db, schema::Slot::kArticle);
    for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
      const Xapian::docid document = reader_.document(shard, *at);
      if (!reader_.is_live(document)) continue;
      const auto mark = schema::article_mark_from_value(marks.of(*at));
      keep({instant_of(instants.of(*at)), mark.value_or(0), document});
    }
  }

  void keep(const Turn& turn) {
    if (last_ && turn <= *last_) return;
    if (turns_.size() == most_) {
      if (turns_.front() <= turn) return;
      std::pop_heap(turns_.begin(), turns_.end());
      turns_.pop_back();
    }
    turns_.push_back(turn);
    std::push_heap(turns_.begin(), turns_.end());
  }

  Result<bool> give(const Turn& turn) {
    const Xapian::Document document = reader_.database().get_document(turn.document);
    const auto article = schema::decode_record(document.get_data());
    if (!article) {
      return failure(ErrorCode::kCorrupt,
                     fmt::format("article {}: {}", turn.document, article.error().message),
                     "run dateline-index verify");
    }
    if (!take_(*article)) return false;
    ++given_;
    return true;
  }

  const store::IndexReader& reader_;
  const std::function<bool(const Article&)>& take_;
  const std::size_t most_;
  std::vector<Turn> turns_;   // a heap, the last of them on top
  std::optional<Turn> last_;  // that was given
  std::uint64_t given_ = 0;
};

}  // namespace

Result<std::uint64_t> export_records(const std::string& directory,
                                     const std::function<bool(const Article&)>& take,
                                     std::size_t most_in_order) {
  const auto reader = store::IndexReader::open({directory});
  if (!reader) return failure(reader.error());
  return store::guard("reading " + directory,
                      [&] { return Export(*reader, take, most_in_order).run(); });
}

}  // namespace dateline::indexer
