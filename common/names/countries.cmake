# Makes country_tables.cc out of our own table and of Debian's iso-codes, so that the program carries both.
#
#   cmake -DOUT=country_tables.cc -DISO_CODES=/usr/share/iso-codes/json -DTABLE=countries.txt -P countries.cmake

file(STRINGS ${TABLE} rows ENCODING UTF-8 REGEX "^[A-Z]")
set(own "")
foreach(row IN LISTS rows)
  string(APPEND own "    \"${row}\",\n")
endforeach()

# A member a line: the code comes before the names.
file(STRINGS ${ISO_CODES}/iso_3166-1.json lines ENCODING UTF-8 REGEX "^ *\"(alpha_2|name|common_name|official_name)\": \"")
set(iso "")
set(count 0)
foreach(line IN LISTS lines)
  string(REGEX REPLACE "^.*\": \"([^\"]*)\".*$" "\\1" value "${line}")
  if(line MATCHES "\"alpha_2\"")
    set(code "${value}")
  else()
    string(APPEND iso "    \"${code}|${value}\",\n")
    math(EXPR count "${count} + 1")
  endif()
endforeach()
if(count LESS 300)
  message(FATAL_ERROR "iso-codes in ${ISO_CODES} gave ${count} names of countries: its layout has changed")
endif()

file(WRITE ${OUT} "// Made by countries.cmake; do not edit.
#include \"common/names/country_tables.h\"

#include <array>

namespace dateline::names {
namespace {

constexpr auto kOwn = std::to_array<std::string_view>({
${own}});

constexpr auto kIso = std::to_array<std::string_view>({
${iso}});

}  // namespace

std::span<const std::string_view> country_rows() { return kOwn; }
std::span<const std::string_view> iso_country_names() { return kIso; }

}  // namespace dateline::names
")
