# SPDX-License-Identifier: BSL-1.0
# What the project's own programs are built with. Nothing of it reaches the installed package.

# A preset that is there for a newer Boost must not take an older one that is installed, and pass.
set(GEOSTANCE_LEAST_BOOST "" CACHE STRING "The oldest Boost to build the tests with, if not the oldest that geostance takes")
if(GEOSTANCE_LEAST_BOOST)
  get_target_property(boost_include Boost::headers INTERFACE_INCLUDE_DIRECTORIES)
  list(GET boost_include 0 boost_include)
  file(STRINGS ${boost_include}/boost/version.hpp boost_version REGEX "define BOOST_LIB_VERSION ")
  string(REGEX REPLACE ".*\"([0-9]+)_([0-9]+).*" "\\1.\\2" boost_version "${boost_version}")
  if(boost_version VERSION_LESS GEOSTANCE_LEAST_BOOST)
    unset(Boost_DIR CACHE) # so that the next run looks again
    message(FATAL_ERROR "these tests need Boost ${GEOSTANCE_LEAST_BOOST} or later, and ${boost_include} has "
      "${boost_version}: `sh cmake/newer_boost.sh` unpacks one, or name its place by Boost_ROOT")
  endif()
endif()

set(component_headers)
set(component_targets)
foreach(component IN LISTS components)
  list(APPEND component_headers ${${component}_headers})
  if(NOT component MATCHES "^(mpi|lp)$") # what does not use them must not need them
    list(APPEND component_targets geostance::${component})
  endif()
endforeach()

add_library(geostance_development INTERFACE)
target_link_libraries(geostance_development INTERFACE geostance::geostance ${component_targets})
target_compile_options(geostance_development INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual -Wcast-align
  -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op>
  $<$<CXX_COMPILER_ID:Clang>:-Wnull-dereference>)
# GCC 12 raises these falsely inside the standard library, once it inlines streams, strings and optionals (GCC 105651);
# -Wnull-dereference, too, which is therefore left to clang.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(geostance_development INTERFACE
    -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-maybe-uninitialized)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

# Where the tests of the installed package find it.
set(installed_prefix ${PROJECT_BINARY_DIR}/prefix)

# The targets below are for this project alone, not for one that it is part of.
if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

# `docs`: the guide and the reference. An undocumented public name is an error. Without doxygen-awesome-css they look
# plain.
find_program(DOXYGEN doxygen)
find_file(DOXYGEN_STYLE doxygen-awesome.css PATHS /usr/share/doxygen-awesome-css NO_DEFAULT_PATH)
if(NOT DOXYGEN_STYLE)
  set(DOXYGEN_STYLE "")
endif()
if(DOXYGEN)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
  find_package(Python3 COMPONENTS Interpreter QUIET)
  set(look_up_links)
  if(Python3_FOUND)
    set(look_up_links COMMAND ${Python3_EXECUTABLE} tests/readme/links.py --html ${PROJECT_BINARY_DIR}/docs/html)
  endif()
  # Doxygen resolves the pages' relative links from the working directory, so it runs in the source folder.
  add_custom_target(docs COMMAND ${DOXYGEN} ${PROJECT_BINARY_DIR}/Doxyfile ${look_up_links}
                    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endif()

# `amalgamated`: the core as one header, geostance_amalgamated.hpp in the build folder.
add_custom_target(amalgamated
  COMMAND sh ${PROJECT_SOURCE_DIR}/cmake/amalgamate.sh ${PROJECT_SOURCE_DIR}/include
    >${PROJECT_BINARY_DIR}/geostance_amalgamated.hpp VERBATIM)

# `coverage`, after the tests of the preset of that name: the lines of include/ that they ran, at least 95 %.
find_program(GCOVR gcovr)
if(GCOVR)
  add_custom_target(coverage
    COMMAND ${GCOVR} --root ${PROJECT_SOURCE_DIR} --filter ${PROJECT_SOURCE_DIR}/include/
      --exclude-throw-branches --fail-under-line 95 --print-summary
      ${PROJECT_BINARY_DIR}
    VERBATIM)
endif()

# `tidy`: clang-tidy on a translation unit that includes every header, and on an example that asks most of
# the questions.
find_program(RUN_CLANG_TIDY run-clang-tidy)
if(RUN_CLANG_TIDY)
  add_custom_target(tidy
    COMMAND ${RUN_CLANG_TIDY} -quiet -p ${PROJECT_BINARY_DIR}
      "/(first|briefing)\\.cpp$" VERBATIM)
endif()

# `format`: every source in the house style; `format_check` fails if one is not.
find_program(CLANG_FORMAT clang-format)
if(CLANG_FORMAT)
  add_custom_target(format_check COMMAND sh ${PROJECT_SOURCE_DIR}/cmake/check_format.sh ${CLANG_FORMAT} VERBATIM)
  add_custom_target(format COMMAND sh -c "git ls-files -z --cached --others --exclude-standard '*.hpp' '*.cpp' | xargs -0 ${CLANG_FORMAT} -i"
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endif()
