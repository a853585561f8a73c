# dateline_cold(target): little time is spent in its code. Sanitizer builds, which take longest to compile, leave it as it is written, which
# takes half of the time (a third for tests); everything else there is optimised, or the tests would take minutes more.
function(dateline_cold target)
  if(DATELINE_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)
  endif()
endfunction()

# dateline_tool(target): no user runs it, and what it computes is soon done; see DATELINE_OPTIMISE_TOOLS.
function(dateline_tool target)
  if(NOT DATELINE_OPTIMISE_TOOLS)
    target_compile_options(${target} PRIVATE -O0)
  endif()
endfunction()

# dateline_room(common_text SOURCES a.cc b.cc USES common_base PKG ICU::uc)
#
# A room is a folder, a static library of that name (dateline_common_text) and the only way to its sources. USES names the rooms
# that it may call; PKG the libraries from outside, linked privately so that no other room can include them by accident.
# PUBLIC_PKG is for those that stand in the room's own headers. APART: its files give local names twice, so that a unity build (the
# presets but dev are) must not join them. COLD: see dateline_cold(); TOOL: see dateline_tool().
function(dateline_room name)
  cmake_parse_arguments(ROOM "APART;COLD;TOOL" "" "SOURCES;USES;PKG;PUBLIC_PKG" ${ARGN})
  add_library(dateline_${name} STATIC ${ROOM_SOURCES})
  list(TRANSFORM ROOM_USES PREPEND dateline_)
  target_link_libraries(dateline_${name} PUBLIC dateline_options ${ROOM_USES} ${ROOM_PUBLIC_PKG}
                                         PRIVATE ${ROOM_PKG})
  if(ROOM_APART)
    set_target_properties(dateline_${name} PROPERTIES UNITY_BUILD OFF)
  endif()
  if(ROOM_COLD)
    dateline_cold(dateline_${name})
  endif()
  if(ROOM_TOOL)
    dateline_tool(dateline_${name})
  endif()
  dateline_precompile(dateline_${name} room)
endfunction()

# dateline_test(common_text SOURCES a_test.cc USES common_text): an executable of GoogleTest cases. THREADS marks those that the
# thread sanitizer is to see, all but the cases that match THREADLESS: nothing runs side by side in them, and under it they take long.
function(dateline_test name)
  cmake_parse_arguments(TEST "THREADS;APART" "THREADLESS" "SOURCES;USES;PKG" ${ARGN})
  add_executable(${name}_test ${TEST_SOURCES})
  list(TRANSFORM TEST_USES PREPEND dateline_)
  target_link_libraries(${name}_test PRIVATE dateline_options dateline_test_places ${TEST_USES} ${TEST_PKG}
                                             GTest::gtest GTest::gmock GTest::gtest_main)
  dateline_cold(${name}_test)
  dateline_tool(${name}_test)
  dateline_precompile(${name}_test test)
  if(TEST_APART)
    set_target_properties(${name}_test PROPERTIES UNITY_BUILD OFF)
  elseif(DATELINE_JOIN_TESTS AND NOT CMAKE_UNITY_BUILD)
    set_target_properties(${name}_test PROPERTIES UNITY_BUILD ON)
  endif()
  add_test(NAME ${name} COMMAND ${name}_test)
  # Xapian 1.4's Database::check deletes an object by its base class; ours are still told from theirs by everything else.
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "ASAN_OPTIONS=new_delete_type_mismatch=0:malloc_context_size=6")
  if(TEST_THREADLESS AND DATELINE_SANITIZE MATCHES thread)
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "GTEST_FILTER=-${TEST_THREADLESS}")
  endif()
  if(TEST_THREADS)
    set_tests_properties(${name} PROPERTIES LABELS threads)
    add_dependencies(threaded_tests ${name}_test)
  endif()
endfunction()

# dateline_fuzzer(query_parser SOURCES query_parser_fuzz.cc USES searcher_query): a libFuzzer target with its seed corpus in
# tests/fuzz/corpus/<name>; with DATELINE_FUZZ alone.
function(dateline_fuzzer name)
  cmake_parse_arguments(FUZZ "" "" "SOURCES;USES;PKG" ${ARGN})
  add_executable(${name}_fuzz ${FUZZ_SOURCES})
  list(TRANSFORM FUZZ_USES PREPEND dateline_)
  target_link_libraries(${name}_fuzz PRIVATE dateline_options ${FUZZ_USES} ${FUZZ_PKG})
  dateline_cold(${name}_fuzz)
  # libFuzzer refuses to run where it sees nothing of what an input reaches, so it always sees this much.
  target_compile_options(${name}_fuzz PRIVATE -fsanitize=fuzzer-no-link)
  target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzzers ${name}_fuzz)
endfunction()
