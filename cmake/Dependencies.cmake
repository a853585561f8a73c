# Debian 12's packages; scripts/bootstrap installs them. Each is linked by the rooms that name it, and by no other.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(LIBXML2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(URIPARSER REQUIRED IMPORTED_TARGET liburiparser)

# Header-only here, so that its choice of no exceptions is ours alone.
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
add_library(dateline_tomlplusplus INTERFACE)
target_include_directories(dateline_tomlplusplus SYSTEM INTERFACE ${TOMLPLUSPLUS_INCLUDE_DIR})

# libcld2 ships neither a CMake nor a pkg-config file.
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
add_library(dateline_cld2 INTERFACE)
target_include_directories(dateline_cld2 SYSTEM INTERFACE ${CLD2_INCLUDE_DIR})
target_link_libraries(dateline_cld2 INTERFACE ${CLD2_LIBRARY})

if(DATELINE_BUILD_TESTS)
  find_package(GTest REQUIRED)
endif()
if(DATELINE_BUILD_BENCH)
  find_package(benchmark REQUIRED)
endif()
