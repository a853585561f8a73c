#include "indexer/write/index/dry_run.h"

#include <xapian.h>

#include <unordered_set>

#include "common/schema/fields.h"
#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/index_reader.h"

namespace dateline::indexer {

struct DryRun::State {
  std::string directory;
  std::optional<store::IndexReader> reader;  // none: there is no index yet
  std::unordered_set<std::size_t> ids;       // hashes of those given
  std::uint64_t added = 0;

  Result<bool> stands(const std::string& term) const {
    if (!reader) return false;
    return store::guard("looking into " + directory, [&] { return reader->first(term) != 0; });
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

Result<ArticleSink::Prepared> DryRun::prepare(unsigned, Ticket ticket,
                                              const AnalysedArticle& article) {
  return identified(ticket, article);
}

Result<bool> DryRun::has_unchanged(std::string_view fingerprint) {
  const schema::Field& field = schema::field(schema::FieldId::kFingerprint);
  return state_->stands(schema::make_term(field.value_prefix, fingerprint));
}

Result<AddOutcome> DryRun::take(Prepared article) {
  const bool given = !state_->ids.insert(std::hash<std::string>()(article.id_term)).second;
  const auto stood = state_->stands(article.id_term);
  if (!stood) return failure(stood.error());
  if (given || *stood) return AddOutcome::kReplaced;
  ++state_->added;
  return AddOutcome::kAdded;
}

Result<std::uint64_t> DryRun::articles() {
  return (state_->reader ? state_->reader->articles() : 0) + state_->added;
}

}  // namespace dateline::indexer
