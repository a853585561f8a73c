#include "indexer/input/document_reader.h"

#include <fmt/format.h>

#include <utility>

#include "common/base/file.h"
#include "common/base/fingerprint.h"
#include "common/base/strings.h"
#include "indexer/input/bytes/decompress.h"

namespace dateline::indexer {
namespace {

// Counts what passes, for progress.
class CountingSource final : public ByteSource {
 public:
  CountingSource(std::unique_ptr<ByteSource> inner,
                 std::shared_ptr<std::atomic<std::uint64_t>> count)
      : inner_(std::move(inner)), count_(std::move(count)) {}

  tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) override {
    auto read = inner_->read(into, size);
    if (read) *count_ += *read;
    return read;
  }

  std::size_t look_ahead(std::uint64_t ahead, char* into, std::size_t size) const override {
    return inner_->look_ahead(ahead, into, size);
  }

  bool leap(std::uint64_t bytes) override {
    const bool done = inner_->leap(bytes);
    if (done) *count_ += bytes;
    return done;
  }

  std::optional<std::size_t> size() const override { return inner_->size(); }

 private:
  std::unique_ptr<ByteSource> inner_;
  std::shared_ptr<std::atomic<std::uint64_t>> count_;
};

std::string_view without_compression_suffix(std::string_view url) {
  for (const std::string_view suffix : {".gz", ".zst", ".bz2", ".xz"}) {
    if (url.ends_with(suffix)) return url.substr(0, url.size() - suffix.size());
  }
  return url;
}

// The name of a member in a member. Not all containers name their entries.
std::string joined(const std::string& outer, std::string inner) {
  if (outer.empty()) return inner;
  return inner.empty() ? outer : outer + "/" + inner;
}

// A page may hide behind more white space than a head has.
bool is_blank_head(const tl::expected<InputKind, Refusal>& judged, std::string_view head) {
  return !judged && judged.error().code == reject::kEmpty && head.size() >= kHeadBytes;
}

}  // namespace

std::optional<InputEvent> DocumentReader::next() {
  if (stopped()) return std::nullopt;
  Step found = step();
  // What was cut off by the stop is no rejection.
  if (found && std::holds_alternative<Rejection>(*found) && stopped()) return std::nullopt;
  return found;
}

DocumentReader::Step DocumentReader::step() {
  for (;;) {
    Step found;
    if (!open_.empty()) {
      found = next_entry();
    } else {
      auto item = inputs_.next();
      if (!item) return std::nullopt;
      if (!*item) return std::move(item->error());
      found = open(std::move(**item));
    }
    if (found) return found;
  }
}

DocumentReader::Step DocumentReader::open(InputItem item) {
  item_ = std::move(item);
  place_ = item_.path == "-" ? item_.path : absolute_path(item_.path);
  if (const auto known = known_articles()) return KnownFile{item_.path, *known};
  auto file = open_file(item_.path, options_.stop);
  if (!file) return rejected({}, file.error());
  auto counting = std::make_unique<CountingSource>(std::move(*file), bytes_read_);
  return look_into({}, std::make_unique<BufferedSource>(std::move(counting)), options_.kind);
}

// The state is taken before the first byte is read: what changes later has another one.
std::optional<std::uint32_t> DocumentReader::known_articles() {
  file_.reset();
  if (!options_.known_articles) return std::nullopt;
  const std::string kind(options_.kind ? name_of(*options_.kind) : "auto");
  file_ = file_identity(item_.path, kind + " " + url_of_item() + " " + options_.salt);
  const std::uint32_t known = file_ ? options_.known_articles(*file_) : 0;
  return known > 0 ? std::optional(known) : std::nullopt;
}

DocumentReader::Step DocumentReader::next_entry() {
  const OpenContainer& open = open_.back();
  auto entry = open.container->next();
  if (!entry) {
    open_.pop_back();
    return std::nullopt;
  }
  EntryPlace& place = *entry ? (*entry)->place : entry->error().place;
  place.member = joined(open.member, std::move(place.member));
  if (!*entry) return rejected(std::move(place), entry->error().refusal);
  Provenance from{std::move(place), std::move((*entry)->facts)};
  Kind kind = open.entries;
  if (const Format* format = options_.tables.format(from.facts.format)) kind = format;
  if (kind) return read_whole(std::move(from), *(*entry)->source, kind);
  return look_into(std::move(from), std::move((*entry)->source), std::nullopt);
}

// A container that is compressed piece by piece is told before anything is decompressed.
const ContainerKind* DocumentReader::packed_container(BufferedSource& source,
                                                      const Kind& kind) const {
  if (kind) {
    const auto* container = std::get_if<const ContainerKind*>(&*kind);
    return container != nullptr && (*container)->tells_packed != nullptr ? *container : nullptr;
  }
  const std::string_view raw = source.peek(kHeadBytes);
  for (const ContainerKind& row : options_.tables.containers) {
    if (row.tells_packed != nullptr && row.tells_packed(raw)) return &row;
  }
  return nullptr;
}

DocumentReader::Step DocumentReader::look_into(Provenance from,
                                               std::unique_ptr<BufferedSource> packed, Kind kind) {
  if (const ContainerKind* container = packed_container(*packed, kind)) {
    return enter(std::move(from.place), std::move(packed), *container);
  }
  // A window of twice a document's limit is what zstd's highest levels use at the default limit.
  auto source = decompressed(std::move(packed), options_.max_document_bytes * 2);
  // A feed that comes down a pipe line by line is not kept waiting for the rest of a head.
  const bool named_container = kind && std::holds_alternative<const ContainerKind*>(*kind);
  const std::string_view head = source->peek(named_container ? 1 : kHeadBytes);
  if (head.empty() && source->refusal()) return rejected(std::move(from.place), *source->refusal());
  if (head.empty()) return rejected(std::move(from.place), {reject::kEmpty, "no bytes"});
  if (!kind) {
    const auto judged = content_kind(head, options_.tables);
    if (is_blank_head(judged, head)) return read_whole(std::move(from), *source, std::nullopt);
    if (!judged) return rejected(std::move(from.place), judged.error());
    kind = *judged;
  }
  if (const auto* container = std::get_if<const ContainerKind*>(&*kind)) {
    return enter(std::move(from.place), std::move(source), **container);
  }
  return read_whole(std::move(from), *source, kind);
}

DocumentReader::Step DocumentReader::read_whole(Provenance from, BufferedSource& source,
                                                Kind kind) {
  auto bytes = source.read_all(options_.max_document_bytes);
  if (!bytes) return rejected(std::move(from.place), bytes.error());
  const std::string_view text = trim(*bytes);
  if (text.empty()) {
    return rejected(std::move(from.place), {reject::kEmpty, "nothing but white space"});
  }
  if (!kind) {
    const auto judged = content_kind(text.substr(0, kHeadBytes), options_.tables);
    if (!judged) return rejected(std::move(from.place), judged.error());
    kind = *judged;
  }
  if (const auto* container = std::get_if<const ContainerKind*>(&*kind)) {
    return enter(std::move(from.place), std::make_unique<BufferedSource>(std::move(*bytes)),
                 **container);
  }
  return document(std::move(from), *std::get<const Format*>(*kind), std::move(*bytes));
}

DocumentReader::Step DocumentReader::enter(EntryPlace place, std::unique_ptr<BufferedSource> source,
                                           const ContainerKind& kind) {
  if (open_.size() == kMaxNesting) {
    return rejected(std::move(place),
                    {reject::kTooDeep, fmt::format("{} within archives within archives: unpack "
                                                   "the outermost",
                                                   kind.name)});
  }
  Kind entries;
  if (const Format* format = options_.tables.format(kind.entries)) entries = format;
  const bool is_file = open_.empty() && item_.path != "-";
  const ContainerOptions options{options_.max_document_bytes, passed_over_.get(),
                                 is_file ? item_.path : std::string()};
  open_.push_back({kind.open(std::move(source), options), std::move(place.member), entries});
  return std::nullopt;
}

RawDocument DocumentReader::document(Provenance from, const Format& format,
                                     std::string bytes) const {
  EntryPlace& place = from.place;
  RawDocument out;
  out.format = &format;
  out.file = file_;
  out.charset = std::move(from.facts.charset);
  out.fetched = from.facts.fetched;
  // One address cannot be that of all that is in a file.
  if (open_.empty() && !format.is_record) out.url = url_of_item();
  if (!from.facts.url.empty()) out.url = std::move(from.facts.url);
  // An absolute path has no "//", and so is no other file's with a member.
  const std::string where = place.member.empty() ? place_ : place_ + "//" + place.member;
  out.fingerprint = fingerprint({where, std::to_string(from.facts.moves ? 0 : place.offset),
                                 out.url, format.mark, options_.salt, bytes});
  out.origin = {item_.path, place.offset, std::move(place.member)};
  out.bytes = std::move(bytes);
  return out;
}

Rejection DocumentReader::rejected(EntryPlace place, const Refusal& refusal) const {
  return {item_.path, place.offset, std::string(refusal.code), refusal.reason,
          std::move(place.member)};
}

std::string DocumentReader::url_of_item() const {
  return item_.url_from_path ? std::string(without_compression_suffix(item_.url)) : item_.url;
}

}  // namespace dateline::indexer
