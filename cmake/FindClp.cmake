# SPDX-License-Identifier: BSL-1.0
# Finds COIN-OR's CLP as the target Clp::Clp; read by this project and by its installed package. CLP itself has files for
# pkg-config alone.
find_path(Clp_INCLUDE_DIR ClpSimplex.hpp PATH_SUFFIXES coin coin-or clp/coin)
find_library(Clp_LIBRARY NAMES Clp)
find_library(Clp_COIN_UTILS_LIBRARY NAMES CoinUtils)
mark_as_advanced(Clp_INCLUDE_DIR Clp_LIBRARY Clp_COIN_UTILS_LIBRARY)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Clp REQUIRED_VARS Clp_LIBRARY Clp_COIN_UTILS_LIBRARY Clp_INCLUDE_DIR)
if(Clp_FOUND AND NOT TARGET Clp::Clp)
  add_library(Clp::Clp INTERFACE IMPORTED)
  target_include_directories(Clp::Clp SYSTEM INTERFACE ${Clp_INCLUDE_DIR})
  target_link_libraries(Clp::Clp INTERFACE ${Clp_LIBRARY} ${Clp_COIN_UTILS_LIBRARY})
endif()
