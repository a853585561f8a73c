# Makes tables.cc out of our own tables and of Debian's iso-codes, so that the program carries both.
#
#   cmake -DOUT=tables.cc -DISO_CODES=/usr/share/iso-codes/json -DTABLES="a.txt;b.txt" -P tables.cmake

# Countries whose subdivisions news calls by name without saying what they are. Of the others, most
# names in ISO 3166-2 are also words ("Centre", "Union") or persons ("Saint George").
set(COUNTRIES US CA AU CN IN UA RU DE BR JP IT ES NG PK IQ SY AF MX ID TR IR ZA YE MM PH)

# Subdivisions whose names are first of all something else.
set(AMBIGUOUS "Federal|Capital|Central|Federal District|Distrito Federal|Negros.*|Aurora|Rizal|Quezon|Quirino|Laguna|Guerrero|Hidalgo|Morelos|Sonora|Colima|Para|Acre|Van|Batman|Bolu|Ordu|Ilam|Fars|Golestan|Tierra.*|Barcelona|Kano|Plateau|Cross River|Rivers|Delta|Enugu|Edo|Ho|Ben|Marche|Lazio|Bari|Como|Lodi|Nord|Amazonas|Roma|.*Capital.*|Cavite|Antique|Capiz|Isabela|Kalinga|Abra|Marinduque|Siirt|Mus|Kars|Sivas|Kilis|Bingo|Oita|Mie|Nara|Saga|Gifu|Chiba|Berlin|Goa|.*Islands.*")

# The values of `key` in a file that holds one member a line, as iso-codes' do: string(JSON) would
# parse the half megabyte again for each of its ten thousand members.
function(members out file pattern)
  file(STRINGS ${file} lines REGEX "^ *\"(${pattern})\": \"" ENCODING UTF-8)
  set(${out} "${lines}" PARENT_SCOPE)
endfunction()

# "Iran, Islamic Republic of" is called Iran; "Alacant*" and "Anhui Sheng" lose what marks their kind.
function(spoken_name out name)
  string(REGEX REPLACE "[][,(*].*$" "" name "${name}")
  string(REGEX REPLACE " (Sheng|Shi|SAR|Zizhiqu|Zhuangzu Zizhiqu|Huizi Zizhiqu)$" "" name "${name}")
  string(STRIP "${name}" name)
  set(${out} "${name}" PARENT_SCOPE)
endfunction()

set(places "")
members(countries ${ISO_CODES}/iso_3166-1.json "name|common_name|official_name")
foreach(line IN LISTS countries)
  string(REGEX REPLACE "^.*\": \"([^\"]*)\".*$" "\\1" name "${line}")
  spoken_name(name "${name}")
  list(APPEND places "${name}")
endforeach()

members(subdivisions ${ISO_CODES}/iso_3166-2.json "code|name")
set(wanted FALSE)
foreach(line IN LISTS subdivisions)
  string(REGEX REPLACE "^.*\": \"([^\"]*)\".*$" "\\1" value "${line}")
  if(line MATCHES "\"code\"")
    string(SUBSTRING "${value}" 0 2 country)
    list(FIND COUNTRIES "${country}" at)
    set(wanted ${at})
  elseif(NOT wanted EQUAL -1)
    spoken_name(name "${value}")
    if(NOT name MATCHES "^(${AMBIGUOUS})$")
      list(APPEND places "${name}")
    endif()
  endif()
endforeach()
list(REMOVE_DUPLICATES places)
list(LENGTH places count)
if(count LESS 400)
  message(FATAL_ERROR "iso-codes in ${ISO_CODES} gave ${count} places: its layout has changed")
endif()
list(JOIN places ",\n" places)

set(sections "@places\n${places}\n")
foreach(table IN LISTS TABLES)
  file(READ ${table} text)
  string(APPEND sections "${text}\n")
endforeach()

# One literal a section: compilers need not take literals beyond 64 KiB.
string(REPLACE "\n@" "\n)table\",\n    R\"table(@" sections "${sections}")
file(WRITE ${OUT} "// Made by tables.cmake; see there.
#include \"indexer/entities/words/tables.h\"

#include <array>

namespace dateline::indexer {
namespace {

constexpr auto kTables = std::to_array<std::string_view>({
    R\"table(${sections})table\",
});

}  // namespace

std::span<const std::string_view> entity_tables() { return kTables; }

}  // namespace dateline::indexer
")
