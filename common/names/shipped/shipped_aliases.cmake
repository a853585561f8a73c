# Makes shipped_aliases_text.cc out of share/aliases.toml, so that the program carries it wherever it is installed.
#
#   cmake -DOUT=shipped_aliases_text.cc -DTABLE=share/aliases.toml -P shipped_aliases.cmake

file(READ ${TABLE} table)
file(WRITE ${OUT} "// Made by shipped_aliases.cmake; do not edit.
#include \"common/names/shipped/shipped_aliases.h\"

namespace dateline::names {

std::string_view shipped_aliases_text() { return R\"table(${table})table\"; }

}  // namespace dateline::names
")
