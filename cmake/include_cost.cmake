# SPDX-License-Identifier: BSL-1.0
# What it costs to include the library and to ask a question: clang's count of class template specialisations, which no
# machine's speed changes. None of the headers and programs in include_cost.txt may grow by more than 3 % over its count
# there.
#   cmake -DINCLUDE=include -P include_cost.cmake
cmake_minimum_required(VERSION 3.25)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/include_cost.txt accepted REGEX "^[0-9]+ ")

# A header as <...> names it, or a program of this repository.
function(count name variable)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/include_cost.cpp)
  set(included "<${name}>")
  if(name MATCHES "\\.cpp$")
    set(included "\"${CMAKE_CURRENT_LIST_DIR}/../${name}\"")
  endif()
  file(WRITE ${source} "#include ${included}\n")
  execute_process(COMMAND clang++ -std=c++20 -fsyntax-only -Xclang -print-stats -I${INCLUDE} ${source}
    RESULT_VARIABLE result ERROR_VARIABLE stats)
  file(REMOVE ${source})
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "cannot measure ${name}:\n${stats}")
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
  set(name ${CMAKE_MATCH_2})
  count(${name} cost)
  message(STATUS "${cost} in ${name} (accepted ${limit})")
  math(EXPR limit "${limit} * 103 / 100")
  if(cost GREATER limit)
    message(SEND_ERROR "${name} costs more than 3 % above the accepted count: find out why, or accept it knowingly")
  endif()
endforeach()
