# Debian packages, one a component of what is installed: scripts/package makes them, scripts/test-packages tries them in a fresh root.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dateline)
set(CPACK_PACKAGE_VENDOR Dateline)
# Who makes packages for others is whom their readers write to, and says so as Debian's tools have it. Nobody is told an address that is
# not there: mail to .invalid goes nowhere.
set(CPACK_PACKAGE_CONTACT "Whoever built this package <nobody@dateline.invalid>")
if(NOT "$ENV{DEBEMAIL}" STREQUAL "")
  set(CPACK_PACKAGE_CONTACT "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
# Each package says itself what it is.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL programs library development documents)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(debian ${CMAKE_CURRENT_SOURCE_DIR}/packaging/debian)
set(written ${CMAKE_BINARY_DIR}/packaging)

# package(component name section "what it is" "more of it")
macro(debian_package component name section summary more)
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name})
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section})
  set(CPACK_DEBIAN_${upper}_PACKAGE_PRIORITY optional)
  set(CPACK_COMPONENT_${upper}_DESCRIPTION "${summary}\n${more}")
  # Debian wants both in every package.
  install(FILES ${debian}/copyright DESTINATION share/doc/${name} COMPONENT ${component})
  install(FILES ${written}/changelog.gz DESTINATION share/doc/${name} COMPONENT ${component})
endmacro()

debian_package(programs dateline text "full-text search for news, on Xapian"
  "Indexes pages of news sites and article records, and searches them from the\ncommand line, over HTTP and in a page of its own: words, phrases, people,\norganisations, places, dates and stories.")
debian_package(library libdateline0 libs "full-text search for news, as a library"
  "Searches and writes the indexes of Dateline from other programs.")
debian_package(development libdateline-dev libdevel "full-text search for news, headers of the library"
  "What is needed to build programs in C and C++ that use libdateline: headers,\na CMake package and a pkg-config file.")
debian_package(documents dateline-doc doc "full-text search for news, documentation"
  "The query language, the verbs, the HTTP API, the library, and how to run it.")

set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_DEPENDS "adduser")
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SUGGESTS "dateline-doc, nginx-light, openssh-client, rsync")
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_CONTROL_EXTRA ${debian}/postinst ${debian}/prerm ${debian}/postrm ${debian}/conffiles)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${debian}/triggers ${written}/symbols ${written}/shlibs)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libdateline0 (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DOCUMENTS_PACKAGE_ARCHITECTURE all)

# The list of what the library exports, as Debian writes it.
file(STRINGS searcher/capi/libdateline.map names REGEX "^    dateline_")
set(symbols "libdateline.so.0 libdateline0 #MINVER#\n DATELINE_0.1@DATELINE_0.1 0.1.0\n")
foreach(name IN LISTS names)
  string(REGEX REPLACE "[ ;]" "" name "${name}")
  string(APPEND symbols " ${name}@DATELINE_0.1 0.1.0\n")
endforeach()
file(WRITE ${written}/symbols "${symbols}")
file(WRITE ${written}/shlibs "libdateline 0 libdateline0 (>= ${PROJECT_VERSION})\n")
# scripts/package sets SOURCE_DATE_EPOCH, which this heeds.
string(TIMESTAMP RELEASE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(packaging/debian/changelog.in ${written}/changelog @ONLY)
execute_process(COMMAND gzip -9nf ${written}/changelog)

install(FILES share/dateline.toml DESTINATION /etc/dateline COMPONENT programs)

include(CPack)
