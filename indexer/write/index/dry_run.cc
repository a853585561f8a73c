#include "indexer/write/index/dry_run.h"

#include <xapian.h>

#include <unordered_map>
#include <utility>

#include "common/schema/fields.h"
#include "common/schema/version_order.h"
#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/index_reader.h"

namespace dateline::indexer {

struct DryRun::State {
  std::string directory;
  std::optional<store::IndexReader> reader;  // none: there is no index yet
  // Hashes of the ids given, and which word of their agency's was the last that counts.
  std::unordered_map<std::size_t, std::string> orders;
  std::uint64_t added = 0;

  Result<bool> stands(const std::string& term) const {
    if (!reader) return false;
    return store::guard("looking into " + directory, [&] { return reader->first(term) != 0; });
  }

  // Of the article with this id that would stand; nullopt where there is none.
  Result<std::optional<std::string>> standing_order(const std::string& id_term) const {
    const auto given = orders.find(std::hash<std::string>()(id_term));
    if (given != orders.end()) return std::optional(given->second);
    if (!reader) return std::nullopt;
    return store::guard("looking into " + directory, [&]() -> std::optional<std::string> {
      const Xapian::docid document = reader->first(id_term);
      if (document == 0) return std::nullopt;
      return reader->database().get_document(document).get_value(
          static_cast<Xapian::valueno>(schema::Slot::kVersion));
    });
  }
};

DryRun::DryRun(std::unique_ptr<State> state) : state_(std::move(state)) {}
DryRun::~DryRun() = default;

Result<std::unique_ptr<DryRun>> DryRun::open(const std::string& directory) {
  auto state = std::make_unique<State>();
  state->directory = directory;
  if (store::has_index(directory)) {
    auto reader = store::IndexReader::open({directory});
    if (!reader) return failure(reader.error());
    state->reader.emplace(std::move(*reader));
  }
  return std::unique_ptr<DryRun>(new DryRun(std::move(state)));
}

std::optional<ArticleSink::Ticket> DryRun::admit() {
  return closed_ ? std::nullopt : std::optional(Ticket{});
}

bool DryRun::is_blocked(const Article& article) const {
  return state_->reader && state_->reader->blocked().blocks(article);
}

Result<ArticleSink::Prepared> DryRun::prepare(unsigned, Ticket ticket,
                                              const AnalysedArticle& article) {
  return identified(ticket, article);
}

Result<bool> DryRun::has_unchanged(std::string_view fingerprint) {
  const schema::Field& field = schema::field(schema::FieldId::kFingerprint);
  return state_->stands(schema::make_term(field.value_prefix, fingerprint));
}

Result<AddOutcome> DryRun::take(Prepared article) {
  const auto standing = state_->standing_order(article.id_term);
  if (!standing) return failure(standing.error());
  if (*standing && schema::is_outdated(article.order, **standing)) return AddOutcome::kOutdated;
  const bool kept = schema::is_signalled(article.order);
  state_->orders[std::hash<std::string>()(article.id_term)] =
      kept ? std::move(article.order) : std::string();
  if (*standing) return AddOutcome::kReplaced;
  ++state_->added;
  return AddOutcome::kAdded;
}

Result<std::uint64_t> DryRun::articles() {
  return (state_->reader ? state_->reader->articles() : 0) + state_->added;
}

}  // namespace dateline::indexer
