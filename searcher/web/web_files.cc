#include "searcher/web/web_files.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::web {
namespace {

struct TypeRow {
  std::string_view ending;
  std::string_view type;
};

constexpr std::array kTypes{
    TypeRow{".html", "text/html; charset=utf-8"},
    TypeRow{".css", "text/css; charset=utf-8"},
    TypeRow{".js", "text/javascript; charset=utf-8"},
    TypeRow{".svg", "image/svg+xml"},
};

std::string_view type_of(std::string_view path) {
  for (const TypeRow& row : kTypes) {
    if (path.ends_with(row.ending)) return row.type;
  }
  return "application/octet-stream";
}

}  // namespace

WebFile web_file(std::string_view path, std::string text) {
  return {std::string(path), std::string(type_of(path)), std::move(text)};
}

const std::vector<WebFile>& web_files() {
  static const std::vector<WebFile> kFiles = [] {
    std::vector<WebFile> files = make_web_files();
    std::sort(files.begin(), files.end(),
              [](const WebFile& a, const WebFile& b) { return a.path < b.path; });
    return files;
  }();
  return kFiles;
}

}  // namespace dateline::web
