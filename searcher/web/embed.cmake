# Makes web_files_text.cc out of the page's and the elements' files, so that the program carries them wherever it is installed.
#
#   cmake -DOUT=web_files_text.cc -DROOT=searcher/web "-DFILES=page/index.html;…" -P embed.cmake
#
# The version is a digest of all files: it stands in their addresses, so that a browser may keep each for ever and still gets all anew
# together.
include(${CMAKE_CURRENT_LIST_DIR}/../../cmake/TextLiterals.cmake)

set(all "")
foreach(file IN LISTS FILES)
  file(SHA256 ${ROOT}/${file} digest)
  string(APPEND all "${file} ${digest}\n")
endforeach()
string(SHA256 version "${all}")
string(SUBSTRING ${version} 0 12 version)

set(rows "")
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} text)
  string(REPLACE "{{version}}" ${version} text "${text}")
  text_literals(pieces "${text}" ${file})
  string(APPEND rows "  {\n    std::string text;\n${pieces}    files.push_back(web_file(\"${file}\", std::move(text)));\n  }\n")
endforeach()

list(LENGTH FILES count)
file(WRITE ${OUT} "// Made by embed.cmake; do not edit.
#include <utility>

#include \"searcher/web/web_files.h\"

namespace dateline::web {

std::string_view web_version() { return \"${version}\"; }

std::vector<WebFile> make_web_files() {
  std::vector<WebFile> files;
  files.reserve(${count});
${rows}  return files;
}

}  // namespace dateline::web
")
