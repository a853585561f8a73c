#include "searcher/http/engine/index_board.h"

#include <utility>

#include "common/store/manifest.h"
#include "common/store/remote_place.h"

namespace dateline::http {
namespace {

void put_manifest(const store::Manifest& manifest, IndexState& state) {
  state.revision = manifest.generation;
  state.articles = manifest.articles();
  state.segments = manifest.segments.size();
  state.updated = manifest.updated;
}

}  // namespace

IndexBoard::IndexBoard(std::vector<NamedPlace> places) : places_(std::move(places)) {
  entries_.reserve(places_.size());
  for (const NamedPlace& place : places_) entries_.push_back({{place.name}, {}, {}});
}

void IndexBoard::refresh() {
  for (std::size_t at = 0; at < places_.size(); ++at) {
    if (places_[at].is_cluster || store::remote_place(places_[at].place)) continue;
    const auto manifest = store::read_manifest(places_[at].place);
    const std::lock_guard lock(mutex_);
    Entry& entry = entries_[at];
    if (!manifest) {
      entry.unread = manifest.error();
      continue;
    }
    // What a worker met has been about the commit before, or about what could not be read then.
    if (entry.unread || entry.state.revision != manifest->generation) entry.stale.reset();
    entry.unread.reset();
    put_manifest(*manifest, entry.state);
  }
}

void IndexBoard::note(std::size_t index, const std::optional<Error>& stale_because) {
  const std::lock_guard lock(mutex_);
  entries_[index].stale = stale_because;
}

void IndexBoard::note_change(std::size_t index,
                             std::optional<std::chrono::sys_seconds> changes_at) {
  const std::lock_guard lock(mutex_);
  entries_[index].state.changes_at = changes_at;
}

IndexState IndexBoard::state(std::size_t index) const {
  const std::lock_guard lock(mutex_);
  const Entry& entry = entries_[index];
  IndexState state = entry.state;
  state.trouble = entry.unread ? entry.unread : entry.stale;
  return state;
}

std::vector<IndexState> IndexBoard::states() const {
  std::vector<IndexState> out;
  out.reserve(places_.size());
  for (std::size_t at = 0; at < places_.size(); ++at) out.push_back(state(at));
  return out;
}

std::optional<std::size_t> IndexBoard::find(std::string_view name) const {
  if (name.empty()) return 0;
  for (std::size_t at = 0; at < places_.size(); ++at) {
    if (places_[at].name == name) return at;
  }
  return std::nullopt;
}

}  // namespace dateline::http
