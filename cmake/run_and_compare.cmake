# SPDX-License-Identifier: BSL-1.0
# Runs PROGRAM with ARGS and compares what it prints with EXPECTED, and its exit code with EXIT.
cmake_minimum_required(VERSION 3.25)
separate_arguments(ARGS UNIX_COMMAND "${ARGS}")
execute_process(COMMAND ${PROGRAM} ${ARGS} RESULT_VARIABLE code OUTPUT_VARIABLE out WORKING_DIRECTORY ${FOLDER})
if(NOT code STREQUAL EXIT)
  message(FATAL_ERROR "${PROGRAM} ${ARGS} ended with ${code}, expected ${EXIT}\n${out}")
endif()
file(READ ${EXPECTED} expected)
if(NOT out STREQUAL expected)
  file(WRITE ${WORK}/actual.txt "${out}")
  execute_process(COMMAND diff -u ${EXPECTED} ${WORK}/actual.txt OUTPUT_VARIABLE difference)
  message(FATAL_ERROR "${PROGRAM} ${ARGS} printed something else than ${EXPECTED}:\n${difference}")
endif()
