// SPDX-License-Identifier: BSL-1.0
// The one file of a program that compiles what geostance's questions instantiate; see geostance/src.hpp.
#include <geostance/src.hpp>
