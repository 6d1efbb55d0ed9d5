# SPDX-License-Identifier: BSL-1.0
# What it costs to include the library: clang's count of class template specialisations, which no machine's speed
# changes. No header's may grow by more than 3 % over its count in include_cost.txt.
#   cmake -DINCLUDE=include -P include_cost.cmake
cmake_minimum_required(VERSION 3.25)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/include_cost.txt accepted REGEX "^[0-9]+ ")

function(count header variable)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/include_cost.cpp)
  file(WRITE ${source} "#include <${header}>\n")
  execute_process(COMMAND clang++ -std=c++20 -fsyntax-only -Xclang -print-stats -I${INCLUDE} ${source}
    RESULT_VARIABLE result ERROR_VARIABLE stats)
  file(REMOVE ${source})
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "cannot measure ${header}:\n${stats}")
  endif()
  # A header without any does not list them.
  set(found 0)
  if(stats MATCHES "([0-9]+) ClassTemplateSpecialization decls")
    set(found ${CMAKE_MATCH_1})
  endif()
  set(${variable} ${found} PARENT_SCOPE)
endfunction()

count(boost/graph/adjacency_list.hpp base)
message(STATUS "class template specialisations: ${base} in boost/graph/adjacency_list.hpp")
foreach(line IN LISTS accepted)
  string(REGEX MATCH "^([0-9]+) (.*)$" _ "${line}")
  set(limit ${CMAKE_MATCH_1})
  set(header ${CMAKE_MATCH_2})
  count(${header} cost)
  message(STATUS "${cost} in ${header} (accepted ${limit})")
  math(EXPR limit "${limit} * 103 / 100")
  if(cost GREATER limit)
    message(SEND_ERROR "${header} costs more than 3 % above the accepted count: find out why, or accept it knowingly")
  endif()
endforeach()
