// The files of the search page and of the custom elements, as the program carries them:
// searcher/web/page and searcher/web/elements, which the build turns into literals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::web {

struct WebFile {
  std::string path;  // below searcher/web: "page/main.js"
  std::string type;  // its media type: "text/javascript; charset=utf-8"
  std::string text;
};

// All of them, in order of their paths. Made at the first call; for any thread.
const std::vector<WebFile>& web_files();

// A few letters that change with any byte of any of them. They stand in index.html in the addresses
// of all other files.
std::string_view web_version();

// For what the build makes: the file with the media type that its ending says, and the list.
WebFile web_file(std::string_view path, std::string text);
std::vector<WebFile> make_web_files();

}  // namespace dateline::web
