# What nearly every file of ours includes, read once for each way of compiling: with DATELINE_PRECOMPILE, which the sanitizer builds of the
# check use, for clang alone (g++ forgets which headers are the system's, and warns of them). It hides a missing #include, which the linter
# and all other presets see. A compiler cache, where there is one, does more, and cannot do it with such headers.
set(DATELINE_PRECOMPILED_HEADERS
  <algorithm> <array> <charconv> <chrono> <functional> <map> <memory> <mutex> <optional> <set> <span> <string> <string_view> <thread>
  <unordered_map> <unordered_set> <utility> <vector> <fmt/format.h> <tl/expected.hpp> <xapian.h>)

# dateline_precompile(target KIND): one target a kind compiles the headers, and the others of that kind, which have the same options, use them.
# `room` for libraries; `test` for programs with GoogleTest.
function(dateline_precompile target kind)
  if(NOT DATELINE_PRECOMPILE OR CCACHE OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    return()
  endif()
  get_target_property(own_options ${target} COMPILE_OPTIONS)
  if("-O0" IN_LIST own_options)
    set(kind ${kind}_as_written)
  endif()
  if(NOT TARGET dateline_precompiled_${kind})
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${kind}.cc CONTENT "// Compiled for its headers.\n")
    add_library(dateline_precompiled_${kind} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${kind}.cc)
    target_link_libraries(dateline_precompiled_${kind} PRIVATE dateline_options fmt::fmt PkgConfig::XAPIAN)
    set(headers ${DATELINE_PRECOMPILED_HEADERS})
    if(kind MATCHES "^test")
      target_link_libraries(dateline_precompiled_${kind} PRIVATE GTest::gtest GTest::gmock)
      list(APPEND headers <gtest/gtest.h>)
      # As CMake compiles what becomes a program.
      set_target_properties(dateline_precompiled_${kind} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
      target_compile_options(dateline_precompiled_${kind} PRIVATE -fPIE)
    endif()
    if(kind MATCHES "as_written$")
      target_compile_options(dateline_precompiled_${kind} PRIVATE -O0)
    endif()
    target_precompile_headers(dateline_precompiled_${kind} PRIVATE ${headers})
  endif()
  target_precompile_headers(${target} REUSE_FROM dateline_precompiled_${kind})
  # What a library says of itself has to be the same where its headers are used already compiled.
  target_compile_definitions(${target} PRIVATE $<TARGET_PROPERTY:fmt::fmt,INTERFACE_COMPILE_DEFINITIONS>)
endfunction()
