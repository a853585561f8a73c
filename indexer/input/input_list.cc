#include "indexer/input/input_list.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "common/base/file.h"
#include "common/base/strings.h"
#include "common/document/url.h"
#include "indexer/input/bytes/byte_order_mark.h"

namespace dateline::indexer {
namespace {

// Deeper trees are loops that the file system hides from us, or meant to exhaust us.
constexpr std::size_t kMaxLevels = 256;
constexpr std::size_t kMaxListLine = std::size_t{1} << 16;

tl::unexpected<Rejection> rejected(const std::string& path, int number) {
  const bool missing = number == ENOENT || number == ENOTDIR;
  return tl::unexpected(Rejection{path, 0,
                                  std::string(missing ? reject::kMissing : reject::kUnreadable),
                                  std::generic_category().message(number)});
}

bool is_page_dressing(std::string_view name) {
  static constexpr std::array<std::string_view, 13> kEndings{
      ".css", ".js",  ".mjs", ".map",  ".woff",   ".woff2",  ".ttf",
      ".otf", ".eot", ".cdx", ".cdxj", ".cdx.gz", ".cdxj.gz"};
  const std::string lower = to_ascii_lower(name);
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

// In a URL's path these would begin something else, or be taken for an escape. A "?" stays: tools
// that mirror sites write queries into names.
std::string escape_name(std::string_view path) {
  return replace_all(replace_all(path, "%", "%25"), "#", "%23");
}

std::string without_trailing_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

// Symbolic links lead to what they name.
std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

}  // namespace

bool is_folder_of_page(const std::string& path) {
  // As browsers call it in the languages that they speak.
  constexpr std::array<std::string_view, 12> kEndings{
      "_files",    "-Dateien", "_fichiers", "_archivos", "_file",  "_bestanden",
      "_arquivos", "-filer",   "_pliki",    "_soubory",  ".files", "_dosyalar"};
  for (const std::string_view ending : kEndings) {
    if (!path.ends_with(ending)) continue;
    const std::string page = path.substr(0, path.size() - ending.size());
    if (page.empty() || page.ends_with('/')) continue;
    for (const char* of_page : {".html", ".htm", ".xhtml"}) {
      const auto status = status_of(page + of_page);
      if (status && S_ISREG(status->st_mode)) return true;
    }
  }
  return false;
}

bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || is_page_dressing(name);
}

Result<InputList> InputList::open(InputListOptions options) {
  InputList list(std::move(options));
  const std::string& from = list.options_.files_from;
  if (from.empty()) return list;
  const auto& paths = list.options_.paths;
  if (from == "-" && std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    return failure(ErrorCode::kUsage, "standard input cannot be both the list and an article",
                   "write one of them to a file");
  }
  auto source = open_file(from, list.options_.stop);
  if (!source) {
    const bool missing = source.error().code == reject::kMissing;
    return failure(missing ? ErrorCode::kNotFound : ErrorCode::kIo,
                   fmt::format("cannot read the list {}: {}", from, source.error().reason),
                   "--files-from names a file with a path a line");
  }
  list.list_ = std::make_unique<LineReader>(std::make_unique<BufferedSource>(std::move(*source)),
                                            kMaxListLine);
  return list;
}

std::optional<tl::expected<InputItem, Rejection>> InputList::next() {
  for (;;) {
    const bool walking = !walk_.empty();
    const bool named = at_ < options_.paths.size();
    Step step;
    if (walking) {
      step = next_walked();
    } else if (named) {
      step = next_named();
    } else if (list_) {
      step = next_listed();
    } else {
      return std::nullopt;
    }
    if (step) return step;
  }
}

InputList::Step InputList::next_named() {
  const std::string& path = options_.paths[at_++];
  return start(named_item(path));
}

InputList::Step InputList::next_listed() {
  auto line = list_->next();
  if (!line) {
    list_.reset();
    return std::nullopt;
  }
  if (!*line) {
    const LineRefusal& refused = line->error();
    return tl::unexpected(Rejection{options_.files_from, refused.offset,
                                    std::string(refused.refusal.code), refused.refusal.reason});
  }
  std::string_view text = (*line)->bytes;
  if ((*line)->offset == 0) text = without_byte_order_mark(text);
  if (trim(text).empty()) return std::nullopt;
  const std::size_t tab = std::min(text.find('\t'), text.size());
  const std::string path(text.substr(0, tab));
  const std::string_view given = trim(text.substr(std::min(tab + 1, text.size())));
  if (given.empty()) return start(named_item(path));
  return start({path, resolve_url(given, options_.base_url).value_or(std::string()), false});
}

InputList::Step InputList::start(InputItem item) {
  if (item.path == "-") return item;
  const auto status = status_of(item.path);
  if (!status) return rejected(item.path, errno);
  if (!S_ISDIR(status->st_mode)) return item;
  const std::string directory = without_trailing_slash(item.path);
  directories_.push_back(directory);
  return enter(directory, {});
}

InputList::Step InputList::enter(const std::string& directory, std::string below) {
  const auto status = status_of(directory);
  if (!status) return rejected(directory, errno);
  if (!walked_.emplace(status->st_dev, status->st_ino).second) return std::nullopt;
  if (walk_.size() == kMaxLevels) {
    return tl::unexpected(Rejection{directory, 0, std::string(reject::kTooDeep),
                                    fmt::format("more than {} directories deep", kMaxLevels)});
  }
  auto names = real_files().list(directory);
  if (!names) {
    return tl::unexpected(
        Rejection{directory, 0, std::string(reject::kUnreadable), names.error().message});
  }
  walk_.push_back({directory, std::move(below), std::move(*names), 0});
  return std::nullopt;
}

InputList::Step InputList::next_walked() {
  Level& level = walk_.back();
  if (level.at == level.names.size()) {
    walk_.pop_back();
    return std::nullopt;
  }
  const std::string name = std::move(level.names[level.at++]);
  if (is_passed_over(name)) return std::nullopt;
  const std::string path = (level.directory == "/" ? "" : level.directory) + "/" + name;
  const std::string below = level.below + name;
  const auto status = status_of(path);
  if (!status) return rejected(path, errno);
  if (S_ISDIR(status->st_mode) && is_folder_of_page(path)) return std::nullopt;
  if (S_ISDIR(status->st_mode)) return enter(path, below + "/");
  if (!S_ISREG(status->st_mode)) return std::nullopt;
  return InputItem{path, url_below(below), true};
}

std::string InputList::url_below(std::string_view relative) const {
  if (options_.base_url.empty()) return {};
  std::string base = options_.base_url;
  if (!base.ends_with('/')) base += '/';
  // "./" keeps a colon in the first name from making it a scheme.
  return resolve_url("./" + escape_name(relative), base).value_or(std::string());
}

// The path below the innermost of the roots that it lies in; empty where it lies in none.
std::string_view InputList::below_root(std::string_view path) const {
  std::size_t longest = 0;
  for (const std::string& root : options_.roots) {
    const std::string directory = without_trailing_slash(root);
    const std::size_t size = directory == "/" ? 1 : directory.size() + 1;
    if (path.starts_with(directory) && path.substr(0, size).ends_with('/')) {
      longest = std::max(longest, size);
    }
  }
  return longest == 0 ? std::string_view() : path.substr(longest);
}

InputItem InputList::named_item(const std::string& path) const {
  const std::string_view below = below_root(path);
  if (!below.empty()) return {path, url_below(below), true};
  const bool alone = options_.paths.size() == 1 && options_.files_from.empty();
  if (alone || path == "-" || options_.base_url.empty()) return {path, options_.base_url, false};
  const std::filesystem::path relative = std::filesystem::path(path).lexically_normal();
  const bool outside = relative.is_absolute() || relative.string().starts_with("..");
  return {path, url_below(outside ? relative.filename().string() : relative.string()), true};
}

}  // namespace dateline::indexer
