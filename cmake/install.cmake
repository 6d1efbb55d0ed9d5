# SPDX-License-Identifier: BSL-1.0
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# Headers do not depend on the architecture, so everything lies in share/.
set(package_dir ${CMAKE_INSTALL_DATADIR}/cmake/geostance)
target_sources(geostance_compiled INTERFACE
  $<INSTALL_INTERFACE:$<INSTALL_PREFIX>/${CMAKE_INSTALL_DATADIR}/geostance/compiled.cpp>)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/compiled.cpp DESTINATION ${CMAKE_INSTALL_DATADIR}/geostance)
install(TARGETS geostance geostance_compiled EXPORT geostance-targets
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT geostance-targets NAMESPACE geostance:: DESTINATION ${package_dir})

# A component has an export set of its own, so that the core never mentions what only the component needs.
foreach(component IN LISTS components)
  install(TARGETS geostance_${component} EXPORT geostance-${component}-targets
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(EXPORT geostance-${component}-targets NAMESPACE geostance:: DESTINATION ${package_dir})
endforeach()

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/geostance-config.cmake.in
  ${PROJECT_BINARY_DIR}/geostance-config.cmake INSTALL_DESTINATION ${package_dir})
configure_file(${CMAKE_CURRENT_LIST_DIR}/geostance-config-version.cmake.in
  ${PROJECT_BINARY_DIR}/geostance-config-version.cmake @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/geostance-config.cmake ${PROJECT_BINARY_DIR}/geostance-config-version.cmake
  ${CMAKE_CURRENT_LIST_DIR}/geostance-boost.cmake ${CMAKE_CURRENT_LIST_DIR}/FindClp.cmake
  DESTINATION ${package_dir})

configure_file(${CMAKE_CURRENT_LIST_DIR}/geostance.pc.in ${PROJECT_BINARY_DIR}/geostance.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/geostance.pc DESTINATION ${CMAKE_INSTALL_DATADIR}/pkgconfig)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/geostance.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/geostance)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/licenses/geostance)
