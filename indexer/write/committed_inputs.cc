#include "indexer/write/committed_inputs.h"

#include <xapian.h>

#include "common/schema/fields.h"
#include "common/store/guard.h"
#include "common/store/index.h"

namespace dateline::indexer {

struct CommittedInputs::State {
  Xapian::Database db;
  bool empty = true;
};

CommittedInputs::CommittedInputs(std::unique_ptr<State> state) : state_(std::move(state)) {}
CommittedInputs::CommittedInputs(CommittedInputs&&) noexcept = default;
CommittedInputs& CommittedInputs::operator=(CommittedInputs&&) noexcept = default;
CommittedInputs::~CommittedInputs() = default;

Result<CommittedInputs> CommittedInputs::open(const std::string& directory) {
  auto state = std::make_unique<State>();
  if (store::has_index(directory)) {
    auto db = store::open_for_reading({directory});
    if (!db) return failure(db.error());
    state->db = std::move(*db);
    const auto count =
        store::guard("counting " + directory, [&] { return state->db.get_doccount(); });
    if (!count) return failure(count.error());
    state->empty = *count == 0;
  }
  return CommittedInputs(std::move(state));
}

bool CommittedInputs::probably_has(std::string_view fingerprint) {
  if (state_->empty) return false;
  const schema::Field& field = schema::field(schema::FieldId::kFingerprint);
  const std::string term = schema::make_term(field.value_prefix, fingerprint);
  const auto found = store::guard_read("looking up an input", state_->db,
                                       [&] { return state_->db.term_exists(term); });
  return found.value_or(false);
}

}  // namespace dateline::indexer
