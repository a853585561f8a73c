# Makes shipped_aliases_text.cc out of share/aliases.toml, so that the program carries it wherever it is installed.
#
#   cmake -DOUT=shipped_aliases_text.cc -DTABLE=share/aliases.toml -P shipped_aliases.cmake
#
# Compilers need not take a literal of more than 65,536 bytes, so the text is several, which end at the ends of lines.

file(READ ${TABLE} rest)
set(pieces "")
while(NOT rest STREQUAL "")
  string(SUBSTRING "${rest}" 0 40000 piece)
  string(FIND "${piece}" "\n" last REVERSE)
  if(last EQUAL -1)
    message(FATAL_ERROR "${TABLE}: a line is longer than 40,000 bytes, or the last one does not end")
  endif()
  math(EXPR length "${last} + 1")
  string(SUBSTRING "${rest}" 0 ${length} piece)
  string(SUBSTRING "${rest}" ${length} -1 rest)
  string(APPEND pieces "  text += R\"table(${piece})table\";\n")
endwhile()
file(WRITE ${OUT} "// Made by shipped_aliases.cmake; do not edit.
#include \"common/names/shipped/shipped_aliases.h\"

namespace dateline::names {

std::string shipped_aliases_text() {
  std::string text;
${pieces}  return text;
}

}  // namespace dateline::names
")
