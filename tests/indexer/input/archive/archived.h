// Archives for tests.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <locale.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::testing {

using Members = std::vector<std::pair<std::string, std::string>>;  // name, bytes

// `format`: as libarchive names it: "ustar", "pax", "gnutar", "zip", "7zip".
class ArchiveWriter {
 public:
  explicit ArchiveWriter(const std::string& format, const std::string& options = {})
      : bytes_(std::size_t{8} << 20, '\0'), handle_(::archive_write_new()) {
    EXPECT_EQ(::archive_write_set_format_by_name(handle_, format.c_str()), ARCHIVE_OK);
    EXPECT_EQ(::archive_write_set_options(handle_, options.c_str()), ARCHIVE_OK);
    EXPECT_EQ(::archive_write_open_memory(handle_, bytes_.data(), bytes_.size(), &used_),
              ARCHIVE_OK);
  }
  ~ArchiveWriter() {
    if (handle_ != nullptr) ::archive_write_free(handle_);
    ::freelocale(utf8_);
  }
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  void add(const std::string& name, const std::string& bytes, unsigned type = AE_IFREG) {
    ::archive_entry* const entry = ::archive_entry_new();
    ::archive_entry_set_pathname(entry, name.c_str());
    ::archive_entry_set_filetype(entry, type);
    ::archive_entry_set_perm(entry, 0644);
    ::archive_entry_set_mtime(entry, 1'700'000'000, 0);
    if (type == AE_IFLNK) ::archive_entry_set_symlink(entry, "elsewhere");
    if (type == AE_IFREG) ::archive_entry_set_size(entry, static_cast<std::int64_t>(bytes.size()));
    // Names in a 7z are UTF-16, made of what the locale says that they are.
    const locale_t before = ::uselocale(utf8_);
    EXPECT_GE(::archive_write_header(handle_, entry), ARCHIVE_WARN) << name;
    ::uselocale(before);
    if (type == AE_IFREG) ::archive_write_data(handle_, bytes.data(), bytes.size());
    ::archive_entry_free(entry);
  }

  std::string finish() {
    EXPECT_EQ(::archive_write_close(handle_), ARCHIVE_OK);
    ::archive_write_free(std::exchange(handle_, nullptr));
    return bytes_.substr(0, used_);
  }

 private:
  std::string bytes_;
  std::size_t used_ = 0;
  ::archive* handle_;
  locale_t utf8_ = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
};

inline std::string archived(const Members& members, const std::string& format,
                            const std::string& options = {}) {
  ArchiveWriter writer(format, options);
  for (const auto& [name, bytes] : members) writer.add(name, bytes);
  return writer.finish();
}

}  // namespace dateline::testing
