# SPDX-License-Identifier: BSL-1.0
# What it costs to include the library: clang's count of class template specialisations, which no machine's speed
# changes. It may not grow by more than 3 % over the count in include_cost.txt.
#   cmake -DINCLUDE=include -P include_cost.cmake
cmake_minimum_required(VERSION 3.25)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/include_cost.txt accepted REGEX "^[0-9]+$")

function(count header variable)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/include_cost.cpp)
  file(WRITE ${source} "#include <${header}>\n")
  execute_process(COMMAND clang++ -std=c++20 -fsyntax-only -Xclang -print-stats -I${INCLUDE} ${source}
    RESULT_VARIABLE result ERROR_VARIABLE stats)
  file(REMOVE ${source})
  if(NOT result EQUAL 0 OR NOT stats MATCHES "([0-9]+) ClassTemplateSpecialization decls")
    message(FATAL_ERROR "cannot measure ${header}:\n${stats}")
  endif()
  set(${variable} ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()

count(boost/graph/adjacency_list.hpp base)
count(geostance/geostance.hpp cost)
math(EXPR limit "${accepted} * 103 / 100")
message(STATUS "class template specialisations: geostance.hpp ${cost} (accepted ${accepted}), "
  "boost/graph/adjacency_list.hpp ${base}")
if(cost GREATER limit)
  message(SEND_ERROR "geostance.hpp costs more than 3 % above the accepted count: find out why, or accept it knowingly")
endif()
