# What every target of ours is compiled with: one interface target, no global flags.
add_library(dateline_options INTERFACE)
target_compile_features(dateline_options INTERFACE cxx_std_20)
target_include_directories(dateline_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(dateline_options INTERFACE DATELINE_VERSION="${PROJECT_VERSION}")
target_compile_options(dateline_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wnull-dereference -Wformat=2
  $<$<BOOL:${DATELINE_WARNINGS_AS_ERRORS}>:-Werror>
  # OpenSSL's macros put the name of the source into the program: without the folder, which is the builder's affair and another elsewhere.
  # Not in debugging builds: with it a compiler cache would not find what another checkout has compiled.
  $<$<CONFIG:Release>:-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=>
  # g++ 12 reports null dereferences and overlapping copies inside its own std::string (GCC bug 105651) once -O2 or sanitizers
  # rearrange the code.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-null-dereference>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # Where files are compiled together, one's local name may be another's, and the first is no header of the second.
  $<$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>:-Wno-shadow>
  $<$<AND:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>
  # g++ inlines less the larger a file is. Files together are to be inlined as each alone would be: without this, reading pages
  # takes 3 % more instructions.
  $<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>:--param=large-unit-insns=200000>)

if(DATELINE_SANITIZE)
  # g++ 12 says of each fence that its thread sanitizer does not see it; those of Boost.Asio stand beside locks, which it sees.
  if(DATELINE_SANITIZE MATCHES thread)
    target_compile_options(dateline_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  endif()
  target_compile_options(dateline_options INTERFACE
    -fsanitize=${DATELINE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(dateline_options INTERFACE -fsanitize=${DATELINE_SANITIZE})
endif()
# Sanitized programs are large, and the usual linker takes a tenth of the time that they are built in.
find_program(LLD NAMES ld.lld-14 ld.lld)
if(DATELINE_SANITIZE AND LLD AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_link_options(dateline_options INTERFACE -fuse-ld=lld)
endif()
if(DATELINE_FUZZ AND DATELINE_FUZZ_COVERAGE)
  target_compile_options(dateline_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()
