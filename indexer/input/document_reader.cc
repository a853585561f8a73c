#include "indexer/input/document_reader.h"

#include <fmt/format.h>

#include "common/base/file.h"
#include "common/base/fingerprint.h"
#include "common/base/strings.h"
#include "indexer/input/decompress.h"

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

  std::optional<std::size_t> size() const override { return inner_->size(); }

 private:
  std::unique_ptr<ByteSource> inner_;
  std::shared_ptr<std::atomic<std::uint64_t>> count_;
};

tl::unexpected<Rejection> rejected(const std::string& path, std::uint64_t offset,
                                   const Refusal& refusal) {
  return tl::unexpected(Rejection{path, offset, std::string(refusal.code), refusal.reason});
}

std::string_view without_compression_suffix(std::string_view url) {
  for (const std::string_view suffix : {".gz", ".zst"}) {
    if (url.ends_with(suffix)) return url.substr(0, url.size() - suffix.size());
  }
  return url;
}

// A page may hide behind more white space than a head has.
bool is_blank_head(const tl::expected<ContentKind, Refusal>& judged, std::string_view head) {
  return !judged && judged.error().code == reject::kEmpty && head.size() >= kHeadBytes;
}

}  // namespace

std::optional<tl::expected<RawDocument, Rejection>> DocumentReader::next() {
  if (stopped()) return std::nullopt;
  Step found = step();
  // What was cut off by the stop is no rejection.
  if (found && !*found && stopped()) return std::nullopt;
  return found;
}

DocumentReader::Step DocumentReader::step() {
  for (;;) {
    if (lines_) {
      if (auto line = next_line()) return line;
      continue;
    }
    auto item = inputs_.next();
    if (!item) return std::nullopt;
    if (!*item) return tl::unexpected(std::move(item->error()));
    if (auto opened = open(std::move(**item))) return opened;
  }
}

DocumentReader::Step DocumentReader::open(InputItem item) {
  place_ = item.path == "-" ? item.path : absolute_path(item.path);
  if (const std::uint32_t known = known_articles(item); known > 0) {
    RawDocument all;
    all.origin = {item.path, 0};
    all.file = file_;
    all.known_articles = known;
    return all;
  }
  auto file = open_file(item.path, options_.stop);
  if (!file) return rejected(item.path, 0, file.error());
  // A window of twice a document's limit is what zstd's highest levels use at the default limit.
  auto source = decompressed(std::make_unique<BufferedSource>(
                                 std::make_unique<CountingSource>(std::move(*file), bytes_read_)),
                             options_.max_document_bytes * 2);
  // A feed that comes down a pipe line by line is not kept waiting for the rest of a head.
  const bool lines = options_.kind == InputKind::kJsonl;
  const std::string_view head = source->peek(lines ? 1 : kHeadBytes);
  if (head.empty() && source->refusal()) return rejected(item.path, 0, *source->refusal());
  if (head.empty()) return rejected(item.path, 0, {reject::kEmpty, "no bytes"});
  if (lines) return read_lines(std::move(item), std::move(source));
  if (options_.kind) return read_whole(item, *source, options_.kind);
  const auto judged = content_kind(head);
  if (is_blank_head(judged, head)) return read_whole(item, *source, std::nullopt);
  if (!judged) return rejected(item.path, 0, judged.error());
  if (judged->kind == InputKind::kJsonl && !judged->one_record) {
    return read_lines(std::move(item), std::move(source));
  }
  return read_whole(item, *source, judged->kind);
}

// The state is taken before the first byte is read: what changes later has another one.
std::uint32_t DocumentReader::known_articles(const InputItem& item) {
  file_.reset();
  if (!options_.known_articles) return 0;
  const std::string kind(options_.kind ? name_of(*options_.kind) : "auto");
  file_ = file_identity(item.path, kind + " " + url_of(item) + " " + options_.salt);
  return file_ ? options_.known_articles(*file_) : 0;
}

DocumentReader::Step DocumentReader::read_lines(InputItem item,
                                                std::unique_ptr<BufferedSource> source) {
  lines_item_ = std::move(item);
  lines_ = std::make_unique<LineReader>(std::move(source), options_.max_document_bytes);
  return std::nullopt;
}

DocumentReader::Step DocumentReader::next_line() {
  auto line = lines_->next();
  if (!line) {
    lines_.reset();
    return std::nullopt;
  }
  if (!*line) {
    return rejected(lines_item_.path, line->error().offset, line->error().refusal);
  }
  if (trim((*line)->bytes).empty()) return std::nullopt;
  return document(lines_item_, InputKind::kJsonl, (*line)->offset, std::move((*line)->bytes));
}

tl::expected<RawDocument, Rejection> DocumentReader::read_whole(const InputItem& item,
                                                                BufferedSource& source,
                                                                std::optional<InputKind> kind) {
  auto bytes = source.read_all(options_.max_document_bytes);
  if (!bytes) return rejected(item.path, 0, bytes.error());
  if (trim(*bytes).empty()) {
    return rejected(item.path, 0, {reject::kEmpty, "nothing but white space"});
  }
  if (!kind) {
    const auto judged = content_kind(trim(*bytes).substr(0, kHeadBytes));
    if (!judged) return rejected(item.path, 0, judged.error());
    kind = judged->kind;
  }
  return document(item, *kind, 0, std::move(*bytes));
}

RawDocument DocumentReader::document(const InputItem& item, InputKind kind, std::uint64_t offset,
                                     std::string bytes) const {
  RawDocument out;
  out.kind = kind;
  out.origin = {item.path, offset};
  out.file = file_;
  // One address cannot be that of every record in a file.
  if (kind != InputKind::kJsonl) out.url = url_of(item);
  out.fingerprint =
      fingerprint({place_, std::to_string(offset), out.url, name_of(kind), options_.salt, bytes});
  out.bytes = std::move(bytes);
  return out;
}

std::string DocumentReader::url_of(const InputItem& item) const {
  return item.url_from_path ? std::string(without_compression_suffix(item.url)) : item.url;
}

}  // namespace dateline::indexer
