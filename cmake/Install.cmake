# What `cmake --install` puts where, by component: programs, library, development, documents. Everything can be moved as a whole: the
# CMake package and the pkg-config file find the rest from where they lie.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS dateline-index dateline-search RUNTIME COMPONENT programs)

# Pages of the manual and completions, written by the programs themselves out of the tables that their --help is made of. Not of a
# sanitized build, which is for tests alone. Debian wants pages compressed, and has a folder of its own for what zsh completes.
set(zsh_folder zsh/site-functions)
set(compressing ${CMAKE_COMMAND} -E true)
if(DATELINE_PACKAGES)
  set(zsh_folder zsh/vendor-completions)
  set(compressing sh -c "gzip -9nf ${CMAKE_BINARY_DIR}/documents/man1/*.1")
endif()
if(NOT DATELINE_SANITIZE)
  set(documents ${CMAKE_BINARY_DIR}/documents)
  add_custom_command(
    OUTPUT ${documents}/written
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${documents}
    COMMAND dateline-index --documents ${documents}
    COMMAND dateline-search --documents ${documents}
    COMMAND ${compressing}
    COMMAND ${CMAKE_COMMAND} -E touch ${documents}/written
    DEPENDS dateline-index dateline-search
    VERBATIM)
  add_custom_target(documents ALL DEPENDS ${documents}/written)
  install(DIRECTORY ${documents}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT programs)
  foreach(shell bash-completion fish)
    install(DIRECTORY ${documents}/${shell} DESTINATION ${CMAKE_INSTALL_DATADIR} COMPONENT programs)
  endforeach()
  install(DIRECTORY ${documents}/zsh/site-functions/ DESTINATION ${CMAKE_INSTALL_DATADIR}/${zsh_folder} COMPONENT programs)
endif()

# The unit runs the program that is installed beside it.
set(unit_folder ${CMAKE_INSTALL_DATADIR}/dateline/systemd)
if(DATELINE_PACKAGES)
  set(unit_folder /lib/systemd/system)
endif()
foreach(service dateline dateline-watch)
  file(READ share/systemd/${service}.service unit)
  string(REPLACE /usr/local/bin ${CMAKE_INSTALL_FULL_BINDIR} unit "${unit}")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${service}.service CONTENT "${unit}" @ONLY)
  install(FILES ${CMAKE_BINARY_DIR}/${service}.service DESTINATION ${unit_folder} COMPONENT programs)
endforeach()
install(FILES share/systemd/dateline.socket DESTINATION ${unit_folder} COMPONENT programs)
foreach(kind nginx haproxy wireguard logrotate prometheus grafana maps)
  install(DIRECTORY share/${kind} DESTINATION ${CMAKE_INSTALL_DATADIR}/dateline COMPONENT programs)
endforeach()
install(DIRECTORY share/slurm DESTINATION ${CMAKE_INSTALL_DATADIR}/dateline COMPONENT programs USE_SOURCE_PERMISSIONS)
install(FILES share/dateline.toml share/aliases.toml DESTINATION ${CMAKE_INSTALL_DATADIR}/dateline COMPONENT programs)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documents)
install(FILES README.md CHANGELOG.md SECURITY.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documents)

install(TARGETS libdateline EXPORT datelineTargets
        LIBRARY COMPONENT library NAMELINK_COMPONENT development)
install(DIRECTORY searcher/include/dateline DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/dateline)
install(EXPORT datelineTargets NAMESPACE dateline:: DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(cmake/datelineConfig.cmake.in ${CMAKE_BINARY_DIR}/datelineConfig.cmake
                              INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/datelineConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${CMAKE_BINARY_DIR}/datelineConfig.cmake ${CMAKE_BINARY_DIR}/datelineConfigVersion.cmake
        DESTINATION ${package_dir} COMPONENT development)

# pkg-config knows the folder of its file; how deep that lies depends on the system's folder for libraries.
file(RELATIVE_PATH prefix_from_file /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
string(REGEX REPLACE "/$" "" prefix_from_file "${prefix_from_file}")
configure_file(cmake/dateline.pc.in ${CMAKE_BINARY_DIR}/dateline.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/dateline.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
