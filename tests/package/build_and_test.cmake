# SPDX-License-Identifier: BSL-1.0
# Configures, builds and tests the project in CONSUMER from nothing, as its user would.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
foreach(step IN ITEMS
    "${CMAKE_COMMAND};-S;${CONSUMER};-B;${WORK};-G;${GENERATOR};-DCMAKE_CXX_COMPILER=${COMPILER};${OPTIONS}"
    "${CMAKE_COMMAND};--build;${WORK}"
    "${CMAKE_CTEST_COMMAND};--test-dir;${WORK};--output-on-failure")
  execute_process(COMMAND ${step} RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${step}\n${out}")
  endif()
endforeach()
