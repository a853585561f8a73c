// Any bytes are a model or an error, never a fault; what is read is written back as it was. Beside
// the bytes as they are, they are tried as the body of a model with a header that fits, so that
// more than the header is met.
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/base/fingerprint.h"
#include "indexer/entities/model/tagger_model.h"

namespace {

using dateline::indexer::TaggerModel;

std::string with_header(std::string_view body) {
  std::string out = TaggerModel().to_bytes().substr(0, 12);  // magic and version
  for (unsigned shift = 0; shift < 32; shift += 8) {
    out += static_cast<char>((body.size() >> shift) & 0xFFU);
  }
  return out + dateline::fingerprint(body) + std::string(body);
}

void check(std::string_view bytes) {
  const auto model = TaggerModel::from_bytes(bytes);
  if (!model) return;
  const auto again = TaggerModel::from_bytes(model->to_bytes());
  if (!again || again->size() != model->size()) std::abort();
  dateline::indexer::LabelScores scores{};
  for (std::uint32_t feature = 0; feature < 64; ++feature) model->add_to(scores, feature);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  check(with_header(bytes));
  return 0;
}
