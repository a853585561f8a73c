#include "indexer/input/containers/json_lines.h"

#include <utility>

#include "common/base/strings.h"
#include "indexer/input/bytes/line_reader.h"

namespace dateline::indexer {
namespace {

class JsonLines final : public Container {
 public:
  JsonLines(std::unique_ptr<BufferedSource> source, std::size_t max_line_bytes)
      : lines_(std::move(source), max_line_bytes) {}

  std::optional<tl::expected<Entry, EntryRefusal>> next() override {
    for (;;) {
      auto line = lines_.next();
      if (!line) return std::nullopt;
      if (!*line) {
        LineRefusal& refused = line->error();
        return tl::unexpected(EntryRefusal{{{}, refused.offset}, std::move(refused.refusal)});
      }
      if (trim((*line)->bytes).empty()) continue;
      return Entry{
          {{}, (*line)->offset}, {}, std::make_unique<BufferedSource>(std::move((*line)->bytes))};
    }
  }

 private:
  LineReader lines_;
};

}  // namespace

std::unique_ptr<Container> open_json_lines(std::unique_ptr<BufferedSource> source,
                                           const ContainerOptions& options) {
  return std::make_unique<JsonLines>(std::move(source), options.max_entry_bytes);
}

}  // namespace dateline::indexer
