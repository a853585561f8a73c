# Makes web_files_text.cc out of the page's and the elements' files, so that the program carries them wherever it is installed.
#
#   cmake -DOUT=web_files_text.cc -DROOT=searcher/web "-DFILES=page/index.html;…" -P embed.cmake
#
# Compilers need not take a literal of more than 65,536 bytes, so a text is several, which end at the ends of lines. The version is a
# digest of all files: it stands in their addresses, so that a browser may keep each for ever and still gets all anew together.

set(all "")
foreach(file IN LISTS FILES)
  file(SHA256 ${ROOT}/${file} digest)
  string(APPEND all "${file} ${digest}\n")
endforeach()
string(SHA256 version "${all}")
string(SUBSTRING ${version} 0 12 version)

set(rows "")
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} rest)
  string(REPLACE "{{version}}" ${version} rest "${rest}")
  set(pieces "")
  while(NOT rest STREQUAL "")
    string(SUBSTRING "${rest}" 0 40000 piece)
    string(FIND "${piece}" "\n" last REVERSE)
    if(last EQUAL -1)
      message(FATAL_ERROR "${file}: a line is longer than 40,000 bytes, or the last one does not end")
    endif()
    math(EXPR length "${last} + 1")
    string(SUBSTRING "${rest}" 0 ${length} piece)
    string(SUBSTRING "${rest}" ${length} -1 rest)
    string(APPEND pieces "    text += R\"web(${piece})web\";\n")
  endwhile()
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
