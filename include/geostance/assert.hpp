// SPDX-License-Identifier: BSL-1.0
/// @file
/// GEOSTANCE_ASSERT: what a caller has to make sure of, checked in programs that keep assertions.
#pragma once

/// Checks a precondition of a function so small that throwing would cost more than its work. What comes from outside,
/// files and user's values, is never left to it: that throws. Define it before the first include of geostance to put
/// another check in its place, and in every file of a program alike; otherwise it is `assert`, which NDEBUG takes out.
/// @param condition what must hold
/// @param sentence what is expected of the caller, a string literal
#ifndef GEOSTANCE_ASSERT
#include <cassert>
#define GEOSTANCE_ASSERT(condition, sentence) assert((condition) && (sentence))
#endif
