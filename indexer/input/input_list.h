// What the command line names, one file after another: files, directories (walked), standard input,
// and the lines of --files-from. Lazily: a walk of millions of files holds one directory's names a
// level.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "common/base/result.h"
#include "indexer/input/bytes/byte_source.h"
#include "indexer/input/bytes/line_reader.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

// In a walk: names that begin with a dot, and those of style sheets, scripts, fonts and indexes of
// crawls.
bool is_passed_over(std::string_view name);

// Browsers save a page as a file and what belongs to it in a folder beside it, "page.html" and
// "page_files": what is HTML in there are frames and advertisements. Walks pass over such a folder
// where its page stands beside it.
bool is_folder_of_page(const std::string& path);

struct InputItem {
  std::string path;  // as named, or below the directory as named; "-" for standard input
  // The URL that --files-from gives it, else what --base-url makes of it, else empty.
  std::string url;
  bool url_from_path = false;  // the URL ends as the file's name does
};

struct InputListOptions {
  std::vector<std::string> paths;
  std::string files_from;  // empty: none; "-": standard input
  std::string base_url;
  // Ends the wait for a list that comes down a pipe; may be empty.
  StopCheck stop = {};
  // Directories: a PATH below one of them has the URL that a walk of that directory would give it.
  std::vector<std::string> roots = {};
};

// The items: the PATHs in order, then the lines of --files-from.
//
// Directories are walked in byte order of their names. In a walk, hidden files and directories and
// style sheets, scripts and fonts (by name: they are what pages are dressed with, and read as text)
// are passed over, as are the indexes beside WARC files, as are sockets, pipes and devices. Symbolic links are followed; a directory that
// has been walked before, by whatever name, is not walked again. All else is judged by content, so
// a picture in a directory comes back as a rejection.
//
// URLs with --base-url: a file found in a directory has the base and its path below the directory;
// a single PATH that is no directory has the base itself; of several such PATHs, each has the base
// and its path as given (its last component, if that path is absolute or leaves the working
// directory). A compressed file's ".gz" or ".zst" is no part of its URL.
class InputList {
 public:
  // Fails where the file of --files-from cannot be opened, or where both it and a PATH ask for
  // standard input.
  static Result<InputList> open(InputListOptions options);

  // The next input, or why there is none at that place (a PATH that does not exist, a directory
  // that cannot be read); nullopt at the end.
  std::optional<tl::expected<InputItem, Rejection>> next();

  // The directories among those named so far, for --sync: as named, without a "/" at the end.
  const std::vector<std::string>& directories() const { return directories_; }

 private:
  struct Level {
    std::string directory;
    std::string below;  // path from the directory that was named; empty or ending in "/"
    std::vector<std::string> names;
    std::size_t at = 0;
  };
  using Step = std::optional<tl::expected<InputItem, Rejection>>;

  explicit InputList(InputListOptions options) : options_(std::move(options)) {}
  Step next_named();
  Step next_listed();
  Step next_walked();
  Step start(InputItem item);
  Step enter(const std::string& directory, std::string below);
  std::string url_below(std::string_view relative) const;
  InputItem named_item(const std::string& path) const;
  std::string_view below_root(std::string_view path) const;

  InputListOptions options_;
  std::size_t at_ = 0;
  std::unique_ptr<LineReader> list_;
  std::vector<Level> walk_;
  std::set<std::pair<std::uint64_t, std::uint64_t>> walked_;  // device and inode of directories
  std::vector<std::string> directories_;
};

}  // namespace dateline::indexer
