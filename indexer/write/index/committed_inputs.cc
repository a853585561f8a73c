#include "indexer/write/index/committed_inputs.h"

#include <optional>

#include "common/schema/fields.h"
#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/index_reader.h"

namespace dateline::indexer {

struct CommittedInputs::State {
  std::optional<store::IndexReader> reader;  // none: nothing is there
};

CommittedInputs::CommittedInputs(std::unique_ptr<State> state) : state_(std::move(state)) {}
CommittedInputs::CommittedInputs(CommittedInputs&&) noexcept = default;
CommittedInputs& CommittedInputs::operator=(CommittedInputs&&) noexcept = default;
CommittedInputs::~CommittedInputs() = default;

Result<CommittedInputs> CommittedInputs::open(const std::string& directory) {
  auto state = std::make_unique<State>();
  if (!store::has_index(directory)) return CommittedInputs(std::move(state));
  auto reader = store::IndexReader::open({directory});
  if (!reader) return failure(reader.error());
  if (reader->articles() > 0) state->reader.emplace(std::move(*reader));
  return CommittedInputs(std::move(state));
}

bool CommittedInputs::probably_has(std::string_view fingerprint) {
  if (!state_->reader) return false;
  const schema::Field& field = schema::field(schema::FieldId::kFingerprint);
  const std::string term = schema::make_term(field.value_prefix, fingerprint);
  const auto found =
      store::guard("looking up an input", [&] { return state_->reader->first(term) != 0; });
  return found.value_or(false);
}

}  // namespace dateline::indexer
