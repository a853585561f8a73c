// libarchive gives up for good where a ZIP's member is damaged. So the bytes since that member's
// beginning are kept, and another reading begins at the next sign of a member behind it; a tar's headers
// have sums, and libarchive itself finds the next. Tested by
// tests/indexer/input/containers/archive_test.cc.
#include "indexer/input/containers/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/input/archive/archive_feed.h"
#include "indexer/input/bytes/expansion.h"

namespace dateline::indexer {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

constexpr std::string_view kZipSign = "PK\x03\x04"sv;
constexpr std::string_view kTarSign = "ustar";
constexpr std::size_t kTarSignAt = 257;
// A daily archive of a large agency has a few ten thousand.
constexpr std::uint64_t kMostMembers = 10'000'000;
constexpr std::string_view kLinks = "links and devices";
constexpr std::string_view kSystemFiles = "files of macOS's own";
constexpr std::string_view kWaczFiles = "files of WACZ that are no WARC";

enum class ArchiveKind { kTar, kZip, kSevenZip, kWacz };

struct FreeHandle {
  void operator()(::archive* handle) const { ::archive_read_free(handle); }
};
struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

class Archive final : public Container {
 public:
  Archive(std::unique_ptr<BufferedSource> source, const ContainerOptions& options, ArchiveKind kind)
      : kind_(kind), options_(options), feed_(std::move(source), options.max_entry_bytes) {}

  std::optional<tl::expected<Entry, EntryRefusal>> next() override {
    while (!ended_) {
      if (!handle_ && !open()) {
        if (auto told = lost()) return told;
        continue;
      }
      if (std::exchange(member_is_damaged_, false) && !begin_behind_damage()) break;
      ::archive_entry* header = nullptr;
      const int result = next_header(&header);
      if (result != ARCHIVE_FATAL) note_header();
      if (result == ARCHIVE_EOF) return end_of_archive();
      if (result == ARCHIVE_FATAL) {
        if (auto told = lost()) return told;
        continue;
      }
      if (result == ARCHIVE_RETRY || result == ARCHIVE_FAILED) {
        if (!std::exchange(in_damage_, true)) return refused("", damage());
        continue;
      }
      in_damage_ = was_told_ = false;
      if (auto found = member(header)) return found;
    }
    return std::nullopt;
  }

  tl::expected<std::size_t, Refusal> read_member(char* into, std::size_t size) {
    if (size == 0) return std::size_t{0};
    const la_ssize_t read = ::archive_read_data(handle_.get(), into, size);
    if (read < 0) {
      member_is_damaged_ = true;
      if (feed_.refusal()) return tl::unexpected(*feed_.refusal());
      return tl::unexpected(damage());
    }
    unpacked_ += static_cast<std::uint64_t>(read);
    if (is_bomb(packed_bytes(), unpacked_)) {
      ended_ = true;
      return tl::unexpected(bomb_refusal());
    }
    return static_cast<std::size_t>(read);
  }

 private:
  using Found = std::optional<tl::expected<Entry, EntryRefusal>>;

  // The bytes of the member that is at hand.
  class MemberSource final : public ByteSource {
   public:
    explicit MemberSource(Archive& archive) : archive_(archive) {}
    tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) override {
      return archive_.read_member(into, size);
    }

   private:
    Archive& archive_;
  };

  static la_ssize_t give(::archive* /*handle*/, void* self, const void** bytes) {
    const std::string_view seen = static_cast<Archive*>(self)->feed_.next();
    *bytes = seen.data();
    return static_cast<la_ssize_t>(seen.size());
  }

  bool open() {
    handle_.reset(::archive_read_new());
    if (!handle_) return false;
    base_ = header_at_ = feed_.position();
    switch (kind_) {
      case ArchiveKind::kTar:
        ::archive_read_support_format_tar(handle_.get());
        break;
      case ArchiveKind::kSevenZip:
        ::archive_read_support_format_7zip(handle_.get());
        return spool() && ::archive_read_open_fd(handle_.get(), ::fileno(spooled_.get()),
                                                 kBlockBytes) == ARCHIVE_OK;
      case ArchiveKind::kZip:
      case ArchiveKind::kWacz:
        ::archive_read_support_format_zip_streamable(handle_.get());
        break;
    }
    return ::archive_read_open(handle_.get(), this, nullptr, give, nullptr) == ARCHIVE_OK;
  }

  // A 7z is read from its end, so it has to lie on a disk: in a file that has no name.
  bool spool() {
    spooled_.reset(std::tmpfile());
    if (!spooled_) return false;
    for (auto seen = feed_.next(); !seen.empty(); seen = feed_.next()) {
      feed_.forget_before(feed_.position());
      if (std::fwrite(seen.data(), 1, seen.size(), spooled_.get()) != seen.size()) return false;
    }
    return !feed_.refusal() && std::fflush(spooled_.get()) == 0 &&
           std::fseek(spooled_.get(), 0, SEEK_SET) == 0;
  }

  // At the next place where reading can begin.
  bool begin_behind() {
    while (go_behind()) {
      if (open()) return true;
    }
    return false;
  }

  // To what may be the next header.
  bool go_behind() {
    if (is_zip_kind()) return feed_.go_to(header_at_ + 1, kZipSign);
    return kind_ == ArchiveKind::kTar && feed_.go_to(header_at_ + 1, kTarSign, kTarSignAt);
  }

  // libarchive has names in the thread's locale, and this program has none.
  int next_header(::archive_entry** header) {
    static const locale_t kUtf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (kUtf8 == nullptr) return ::archive_read_next_header(handle_.get(), header);
    const locale_t before = ::uselocale(kUtf8);
    const int result = ::archive_read_next_header(handle_.get(), header);
    ::uselocale(before);
    return result;
  }

  // A position may be that of bytes which are passed over on the way to the header.
  void note_header() {
    header_at_ = base_ + static_cast<std::uint64_t>(std::max<std::int64_t>(
                             ::archive_read_header_position(handle_.get()), 0));
    if (is_zip_kind()) header_at_ = feed_.find(header_at_, kZipSign).value_or(header_at_);
    feed_.forget_before(header_at_);
  }

  bool is_zip_kind() const { return kind_ == ArchiveKind::kZip || kind_ == ArchiveKind::kWacz; }

  // False at the end: where there is nothing behind it, or it cannot be told where that begins.
  bool begin_behind_damage() {
    if (is_zip_kind() && begin_behind()) return true;
    // The others go on by themselves, or say at the next header that they cannot.
    ended_ = ended_ || is_zip_kind();
    was_told_ = true;
    return !ended_;
  }

  // The header could not be read, and nothing behind it by this handle.
  Found lost() {
    const bool was_told = std::exchange(was_told_, false) || std::exchange(in_damage_, true);
    Found told;
    if (!was_told) told = end_of_source(damage().reason);
    ended_ = !begin_behind();
    return told;
  }

  Found end_of_archive() {
    ended_ = true;
    if (!feed_.refusal()) return std::nullopt;
    return refused("", *feed_.refusal());
  }

  Found end_of_source(std::string_view reason) {
    ended_ = true;
    if (feed_.refusal()) return refused("", *feed_.refusal());
    return refused("", {reject::kBadEntry, std::string(reason)});
  }

  Refusal damage() const {
    const char* const said = ::archive_error_string(handle_.get());
    return {reject::kBadEntry,
            fmt::format("a damaged archive: {}", said == nullptr ? "it makes no sense" : said)};
  }

  // Nothing for what is passed over.
  Found member(::archive_entry* header) {
    if (++members_ > kMostMembers) {
      ended_ = true;
      return refused("", {reject::kTooCostly, "an archive of more than 10 million files"});
    }
    const auto type = ::archive_entry_filetype(header);
    if (type == AE_IFDIR) return std::nullopt;
    if (type != AE_IFREG || ::archive_entry_hardlink(header) != nullptr) return pass_over(kLinks);
    std::string name = name_of_member(header);
    if (is_of_system(name)) return pass_over(kSystemFiles);
    if (kind_ == ArchiveKind::kWacz && !is_warc_name(name)) return pass_over(kWaczFiles);
    if (::archive_entry_is_encrypted(header) != 0) {
      return refused(std::move(name), {reject::kUnsupported, "it is encrypted"});
    }
    Entry entry;
    entry.place.member = std::move(name);
    entry.source = std::make_unique<BufferedSource>(std::make_unique<MemberSource>(*this));
    return entry;
  }

  Found pass_over(std::string_view kind) {
    if (options_.passed_over != nullptr) options_.passed_over->count(kind);
    return std::nullopt;
  }

  // A name is of the archive's bytes; one that there is none of is its number.
  std::string name_of_member(::archive_entry* header) const {
    const char* name = ::archive_entry_pathname(header);
    if (name == nullptr) name = ::archive_entry_pathname_utf8(header);
    if (name == nullptr || *name == '\0') return fmt::format("#{}", members_);
    return repair_utf8(name);
  }

  static bool is_of_system(std::string_view name) {
    const std::string_view base = name.substr(name.rfind('/') + 1);  // npos + 1 is 0
    return name.starts_with("__MACOSX/") || base.starts_with("._") || base == ".DS_Store";
  }

  static bool is_warc_name(std::string_view name) {
    return name.starts_with("archive/") && name.find(".warc") != std::string_view::npos;
  }

  std::uint64_t packed_bytes() const { return feed_.bytes_read(); }

  Found refused(std::string member, Refusal refusal) {
    EntryRefusal out;
    out.place.offset = member.empty() ? header_at_ : 0;
    out.place.member = std::move(member);
    out.refusal = std::move(refusal);
    return tl::unexpected(std::move(out));
  }

  static constexpr std::size_t kBlockBytes = std::size_t{1} << 16;

  ArchiveKind kind_;
  ContainerOptions options_;
  ArchiveFeed feed_;
  std::unique_ptr<std::FILE, CloseFile> spooled_;
  std::unique_ptr<::archive, FreeHandle> handle_;
  std::uint64_t base_ = 0;       // where the handle began to read
  std::uint64_t header_at_ = 0;  // of the member that is at hand
  std::uint64_t members_ = 0;
  std::uint64_t unpacked_ = 0;
  bool member_is_damaged_ = false;
  bool in_damage_ = false;  // it was said that there is damage, and no member has come since
  bool was_told_ = false;   // of the damage after which the next header will be missed
  bool ended_ = false;
};

// A header of a tar says its own sum, counted as if the sum were blanks.
bool has_tar_sum(std::string_view block) {
  constexpr std::size_t kSumAt = 148;
  constexpr std::size_t kSumEnd = 156;
  const std::string_view digits = trim(block.substr(kSumAt, 6));
  unsigned said = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), said, 8);
  if (digits.empty() || read.ec != std::errc()) return false;
  unsigned sum = 0;
  for (std::size_t i = 0; i < block.size(); ++i) {
    const bool in_sum = i >= kSumAt && i < kSumEnd;
    sum += static_cast<unsigned char>(in_sum ? ' ' : block[i]);
  }
  return sum == said;
}

// Of a ZIP's first member; empty where there is none.
std::string_view first_name(std::string_view bytes) {
  constexpr std::size_t kHeaderBytes = 30;
  if (!bytes.starts_with(kZipSign) || bytes.size() < kHeaderBytes) return {};
  const std::size_t size = static_cast<unsigned char>(bytes[26]) |
                           static_cast<std::size_t>(static_cast<unsigned char>(bytes[27])) << 8U;
  return bytes.substr(kHeaderBytes, size);
}

std::unique_ptr<Container> opened(std::unique_ptr<BufferedSource> source,
                                  const ContainerOptions& options, ArchiveKind kind) {
  return std::make_unique<Archive>(std::move(source), options, kind);
}

}  // namespace

bool is_tar(const Head& head) {
  constexpr std::size_t kBlock = 512;
  const std::string_view bytes = head.bytes();
  if (bytes.size() < kBlock || bytes[0] == '\0') return false;
  return bytes.substr(kTarSignAt).starts_with(kTarSign) || has_tar_sum(bytes.substr(0, kBlock));
}

bool is_zip(const Head& head) { return head.bytes().starts_with(kZipSign); }

bool is_7z(const Head& head) { return head.bytes().starts_with("7z\xBC\xAF\x27\x1C"sv); }

bool is_wacz(const Head& head) {
  constexpr std::array kFirst{"datapackage.json"sv, "pages/pages.jsonl"sv,
                              "pages/extraPages.jsonl"sv, "indexes/index.cdx"sv,
                              "indexes/index.cdx.gz"sv};
  const std::string_view name = first_name(head.bytes());
  return std::find(kFirst.begin(), kFirst.end(), name) != kFirst.end() ||
         (name.starts_with("archive/") && name.find(".warc") != std::string_view::npos);
}

std::unique_ptr<Container> open_tar(std::unique_ptr<BufferedSource> source,
                                    const ContainerOptions& options) {
  return opened(std::move(source), options, ArchiveKind::kTar);
}

std::unique_ptr<Container> open_zip(std::unique_ptr<BufferedSource> source,
                                    const ContainerOptions& options) {
  return opened(std::move(source), options, ArchiveKind::kZip);
}

std::unique_ptr<Container> open_7z(std::unique_ptr<BufferedSource> source,
                                   const ContainerOptions& options) {
  return opened(std::move(source), options, ArchiveKind::kSevenZip);
}

std::unique_ptr<Container> open_wacz(std::unique_ptr<BufferedSource> source,
                                     const ContainerOptions& options) {
  return opened(std::move(source), options, ArchiveKind::kWacz);
}

}  // namespace dateline::indexer
