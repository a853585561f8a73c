// The file is taken apart as a DocumentReader does it, but for what cannot be on the way: members of other
// names are stepped over, and where entries can be read by themselves reading begins at the one that is
// wanted. Tested by tests/indexer/input/original_test.cc.
#include "indexer/input/original.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/input/bytes/decompress.h"
#include "indexer/input/bytes/members.h"
#include "indexer/input/containers.h"
#include "indexer/input/document_reader.h"
#include "indexer/input/unread.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

// Some bytes, and then those of a source.
class PrecededSource final : public ByteSource {
 public:
  PrecededSource(std::string first, std::unique_ptr<ByteSource> rest)
      : first_(std::move(first)), rest_(std::move(rest)) {}

  tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) override {
    if (at_ == first_.size()) return rest_->read(into, size);
    const std::size_t count = std::min(size, first_.size() - at_);
    std::memcpy(into, first_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string first_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

using Source = std::unique_ptr<BufferedSource>;

const ContainerKind* packed_container(std::string_view raw) {
  const auto rows = containers();
  const auto found = std::find_if(rows.begin(), rows.end(), [raw](const ContainerKind& row) {
    return row.tells_packed != nullptr && row.tells_packed(raw);
  });
  return found == rows.end() ? nullptr : &*found;
}

const ContainerKind* plain_container(std::string_view bytes) {
  const Head head(bytes);
  const auto tells = [&head](const auto& row) { return row.tells(head); };
  const auto unread = unread_kinds();
  if (std::any_of(unread.begin(), unread.end(), tells)) return nullptr;
  const auto rows = containers();
  const auto found = std::find_if(rows.begin(), rows.end(), tells);
  return found == rows.end() ? nullptr : &*found;
}

class Lookup {
 public:
  Lookup(EntryPlace wanted, std::string_view url) : wanted_(std::move(wanted)), url_(url) {}

  // What lies at the place, if it is in what `packed` gives; `here`: the place of all of that.
  std::optional<std::string> look_into(Source packed, const EntryPlace& here, std::size_t depth) {
    const ContainerKind* kind = packed_container(packed->peek(kHeadBytes));
    Source source = kind != nullptr ? std::move(packed) : decompressed(std::move(packed));
    if (kind == nullptr) kind = plain_container(source->peek(kHeadBytes));
    if (kind == nullptr || depth == DocumentReader::kMaxNesting) return whole(*source, here);
    return look_among(*kind, std::move(source), here.member, depth);
  }

  std::optional<std::string> look_among(const ContainerKind& kind, Source source,
                                        const std::string& outer, std::size_t depth) {
    const auto container = kind.open(std::move(source), {.max_entry_bytes = kMostBytes});
    std::optional<std::string> found;
    while (auto entry = container->next()) {
      EntryPlace place = *entry ? (*entry)->place : entry->error().place;
      const bool named = !place.member.empty();
      if (!outer.empty()) place.member = named ? outer + "/" + place.member : outer;
      if (!*entry) {
        if (is_wanted(place)) refusal_ = entry->error().refusal;
      } else if (auto bytes = look_at(**entry, kind, place, named, depth)) {
        found = std::move(bytes);
      }
      // Of files with one name the last stands; offsets only grow.
      if (!named && (found || place.offset > wanted_.offset)) break;
    }
    return found;
  }

  // Why what lies there cannot be given, where that is so.
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  std::optional<std::string> look_at(Entry& entry, const ContainerKind& kind,
                                     const EntryPlace& place, bool named, std::size_t depth) {
    const bool may_hold =
        named && (wanted_.member == place.member || wanted_.member.starts_with(place.member + "/"));
    if (!is_wanted(place) && !may_hold) return std::nullopt;
    if (!is_of_article(entry.facts.url)) return std::nullopt;
    if (!kind.entries.empty() || !entry.facts.format.empty()) return whole(*entry.source, place);
    return look_into(std::move(entry.source), place, depth + 1);
  }

  bool is_of_article(const std::string& url) {
    if (url.empty() || url_.empty() || url == url_) return true;
    refusal_ = {reject::kMissing, "a page of another address lies there: " + url};
    return false;
  }

  bool is_wanted(const EntryPlace& place) const {
    return place.member == wanted_.member && place.offset == wanted_.offset;
  }

  std::optional<std::string> whole(BufferedSource& source, const EntryPlace& here) {
    if (!is_wanted(here)) return std::nullopt;
    auto bytes = source.read_all(kMostBytes);
    if (bytes) return std::move(*bytes);
    refusal_ = bytes.error();
    return std::nullopt;
  }

  EntryPlace wanted_;
  std::string_view url_;
  std::optional<Refusal> refusal_;
};

// Reading that begins at an entry: what is to be read, and where in it the entry lies.
struct Shortcut {
  const ContainerKind* kind = nullptr;
  Source source;
  EntryPlace place;
};

using Opened = tl::expected<std::unique_ptr<ByteSource>, Refusal>;

// Nothing where the file has to be read from its beginning; of a refusal, too, which comes again there.
std::optional<Shortcut> shortcut_to(const Origin& origin, BufferedSource& beginning) {
  if (!origin.member.empty() || origin.offset == 0) return std::nullopt;
  const std::string_view raw = beginning.peek(kHeadBytes);
  const ContainerKind* kind = packed_container(raw);
  if (kind == nullptr) kind = plain_container(raw);
  if (kind == nullptr || kind->alone == ReadAlone::kNo) return std::nullopt;
  const std::size_t common = Members::common_bytes(raw);
  std::string first(beginning.peek(common).substr(0, common));
  const bool behind_line = kind->alone == ReadAlone::kBehindLine;
  if (origin.offset < first.size()) return std::nullopt;
  Opened opened = open_file_at(origin.path, origin.offset - (behind_line ? 1 : 0));
  if (!opened) return std::nullopt;
  Shortcut out{kind, nullptr, {{}, first.size()}};
  out.source = std::make_unique<BufferedSource>(
      std::make_unique<PrecededSource>(std::move(first), std::move(*opened)));
  if (!behind_line) return out;
  if (!out.source->peek(1).starts_with('\n')) return std::nullopt;
  out.source->skip(1);
  return out;
}

std::string named(const Origin& origin) {
  if (!origin.member.empty()) return fmt::format("{} in {}", origin.member, origin.path);
  return origin.offset == 0 ? origin.path
                            : fmt::format("{} at byte {}", origin.path, origin.offset);
}

tl::unexpected<Error> cannot_open(const std::string& path, const Refusal& refusal) {
  const bool missing = refusal.code == reject::kMissing;
  return failure(missing ? ErrorCode::kNotFound : ErrorCode::kIo,
                 fmt::format("{}: {}", path, refusal.reason),
                 path.starts_with('/') ? ""
                                       : "paths are as they were when the article was added: run "
                                         "this in the folder where that was");
}

tl::unexpected<Error> not_there(const Origin& origin, const std::optional<Refusal>& refusal) {
  const bool gone = !refusal || refusal->code == reject::kMissing;
  return failure(
      gone ? ErrorCode::kNotFound : ErrorCode::kInvalidInput,
      fmt::format("{}: {}", named(origin),
                  refusal ? refusal->reason : "what the article was made of is not there"),
      "the file has been changed since; add it again to know it as it is");
}

}  // namespace

Result<std::string> read_original(const Origin& origin, std::string_view url) {
  if (origin.path == "-") {
    return failure(ErrorCode::kNotFound, "the article came down standard input",
                   "what was read there is not kept");
  }
  Opened opened = open_file_at(origin.path, 0);
  if (!opened) return cannot_open(origin.path, opened.error());
  auto beginning = std::make_unique<BufferedSource>(std::move(*opened));
  if (auto shortcut = shortcut_to(origin, *beginning)) {
    Lookup lookup(std::move(shortcut->place), url);
    auto found = lookup.look_among(*shortcut->kind, std::move(shortcut->source), {}, 0);
    if (found) return std::move(*found);
    return not_there(origin, lookup.refusal());
  }
  Lookup lookup({origin.member, origin.offset}, url);
  auto found = lookup.look_into(std::move(beginning), {}, 0);
  if (found) return std::move(*found);
  return not_there(origin, lookup.refusal());
}

}  // namespace dateline::indexer
