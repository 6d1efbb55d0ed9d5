# An overlay port that takes the checkout it lies in:
#   vcpkg install geostance --overlay-ports=cmake/packaging/vcpkg
set(VCPKG_BUILD_TYPE release) # headers alone
cmake_path(SET SOURCE_PATH NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/../../..")

vcpkg_check_features(OUT_FEATURE_OPTIONS FEATURE_OPTIONS
  FEATURES
    json GEOSTANCE_WITH_JSON
    graphml GEOSTANCE_WITH_GRAPHML
    gzip GEOSTANCE_WITH_GZIP
    mpi GEOSTANCE_WITH_MPI
    lp GEOSTANCE_WITH_LP)
vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS ${FEATURE_OPTIONS} -DGEOSTANCE_BUILD_TESTS=OFF -DGEOSTANCE_BUILD_EXAMPLES=OFF)
vcpkg_cmake_install()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug" "${CURRENT_PACKAGES_DIR}/lib")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
