# SPDX-License-Identifier: BSL-1.0
# What it costs to include the library: clang's count of class template specialisations, which does not depend on the
# machine, against the limit below. The limit is lowered when the count falls, and raised only for a reason.
cmake_minimum_required(VERSION 3.25)
set(limit 14000)
function(count header variable)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/build/include_cost.cpp)
  file(WRITE ${source} "#include <${header}>\n")
  execute_process(COMMAND clang++ -std=c++20 -fsyntax-only -Xclang -print-stats -I${INCLUDE} ${source}
    RESULT_VARIABLE result ERROR_VARIABLE stats)
  if(NOT result EQUAL 0 OR NOT stats MATCHES "([0-9]+) ClassTemplateSpecialization decls")
    message(FATAL_ERROR "cannot measure ${header}:\n${stats}")
  endif()
  set(${variable} ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()
count(boost/graph/adjacency_list.hpp base)
count(geostance/geostance.hpp cost)
message(STATUS "class template specialisations: geostance.hpp ${cost}, boost/graph/adjacency_list.hpp ${base}, limit ${limit}")
if(cost GREATER limit)
  message(FATAL_ERROR "including geostance.hpp has become more expensive than the limit allows")
endif()
