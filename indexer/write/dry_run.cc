#include "indexer/write/dry_run.h"

#include <xapian.h>

#include <unordered_set>

#include "common/schema/fields.h"
#include "common/store/guard.h"
#include "common/store/index.h"

namespace dateline::indexer {

struct DryRun::State {
  std::string directory;
  Xapian::Database db;
  std::unordered_set<std::size_t> ids;  // hashes of those given
  std::uint64_t added = 0;

  Result<bool> stands(const std::string& term) {
    return store::guard_read("looking into " + directory, db, [&] { return db.term_exists(term); });
  }
};

DryRun::DryRun(std::unique_ptr<State> state) : state_(std::move(state)) {}
DryRun::~DryRun() = default;

Result<std::unique_ptr<DryRun>> DryRun::open(const std::string& directory) {
  auto state = std::make_unique<State>();
  state->directory = directory;
  if (store::has_index(directory)) {
    auto db = store::open_for_reading({directory});
    if (!db) return failure(db.error());
    state->db = std::move(*db);
  }
  return std::unique_ptr<DryRun>(new DryRun(std::move(state)));
}

Result<bool> DryRun::has_unchanged(std::string_view fingerprint) {
  const schema::Field& field = schema::field(schema::FieldId::kFingerprint);
  return state_->stands(schema::make_term(field.value_prefix, fingerprint));
}

Result<AddOutcome> DryRun::add(const AnalysedArticle& article) {
  const bool given = !state_->ids.insert(std::hash<std::string>()(article.id_term)).second;
  const auto stood = state_->stands(article.id_term);
  if (!stood) return failure(stood.error());
  if (given || *stood) return AddOutcome::kReplaced;
  ++state_->added;
  return AddOutcome::kAdded;
}

Result<std::uint64_t> DryRun::articles() {
  return store::guard_read("counting " + state_->directory, state_->db, [&] {
    return std::uint64_t{state_->db.get_doccount()} + state_->added;
  });
}

}  // namespace dateline::indexer
