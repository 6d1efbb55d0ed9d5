# SPDX-License-Identifier: BSL-1.0
# Finds Boost's headers, 1.74 or later, as the target Boost::headers; read by this project and by its installed package.
# A Boost of headers alone has no BoostConfig.cmake, so the headers are then looked for by themselves.
if(NOT TARGET Boost::headers AND NOT Boost_NO_BOOST_CMAKE)
  find_package(Boost 1.74 CONFIG QUIET)
endif()
if(NOT TARGET Boost::headers)
  find_path(GEOSTANCE_BOOST_INCLUDE_DIR boost/graph/graph_traits.hpp
    HINTS ${Boost_INCLUDE_DIR} ${BOOST_INCLUDEDIR} ${Boost_ROOT} ${BOOST_ROOT} ENV BOOST_ROOT PATH_SUFFIXES include)
  if(GEOSTANCE_BOOST_INCLUDE_DIR)
    file(STRINGS ${GEOSTANCE_BOOST_INCLUDE_DIR}/boost/version.hpp _geostance_boost REGEX "define BOOST_VERSION ")
    string(REGEX MATCH "[0-9]+" _geostance_boost "${_geostance_boost}")
    if(_geostance_boost GREATER_EQUAL 107400)
      add_library(Boost::headers INTERFACE IMPORTED)
      target_include_directories(Boost::headers SYSTEM INTERFACE ${GEOSTANCE_BOOST_INCLUDE_DIR})
    endif()
  endif()
endif()
