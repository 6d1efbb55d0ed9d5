# SPDX-License-Identifier: BSL-1.0
# What the presets `newer-boost-...` read behind project(): the newer Boost is unpacked before anything looks for Boost.
execute_process(COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/newer_boost.sh RESULT_VARIABLE status ERROR_VARIABLE why)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the newer Boost cannot be unpacked: ${why}")
endif()
