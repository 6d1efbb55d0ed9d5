# SPDX-License-Identifier: BSL-1.0
# What the project's own programs are built with. Nothing of it reaches the installed package.
add_library(geostance_development INTERFACE)
target_link_libraries(geostance_development INTERFACE geostance)
target_compile_options(geostance_development INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual -Wcast-align
  -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op>
  # GCC 12 raises -Wnull-dereference, -Wrestrict and -Wmaybe-uninitialized falsely inside the standard library, when it
  # inlines streams, strings and optionals.
  $<$<CXX_COMPILER_ID:Clang>:-Wnull-dereference>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-maybe-uninitialized>)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  message(STATUS "geostance: no build type given; the presets have several")
endif()
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# `docs`: the reference. An undocumented public name is an error.
find_program(DOXYGEN doxygen)
if(DOXYGEN)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
  add_custom_target(docs COMMAND ${DOXYGEN} ${PROJECT_BINARY_DIR}/Doxyfile VERBATIM)
endif()

# `coverage_report`, after the tests of the coverage preset: line coverage of include/, at least 95 %.
find_program(GCOVR gcovr)
if(GCOVR)
  add_custom_target(coverage_report
    COMMAND ${GCOVR} --root ${PROJECT_SOURCE_DIR} --filter ${PROJECT_SOURCE_DIR}/include/ --merge-mode-functions separate
      --exclude-throw-branches --fail-under-line 95 --print-summary ${PROJECT_BINARY_DIR}
    VERBATIM)
endif()
