# Makes shipped_aliases_text.cc out of share/aliases.toml, so that the program carries it wherever it is installed.
#
#   cmake -DOUT=shipped_aliases_text.cc -DTABLE=share/aliases.toml -P shipped_aliases.cmake

include(${CMAKE_CURRENT_LIST_DIR}/../../../cmake/TextLiterals.cmake)
file(READ ${TABLE} table)
text_literals(pieces "${table}" ${TABLE})
file(WRITE ${OUT} "// Made by shipped_aliases.cmake; do not edit.
#include \"common/names/shipped/shipped_aliases.h\"

namespace dateline::names {

std::string shipped_aliases_text() {
  std::string text;
${pieces}  return text;
}

}  // namespace dateline::names
")
