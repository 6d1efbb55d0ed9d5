// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

/// What an error of that type says.
template <class Error, class F>
std::string message_of(F f) {
    try {
        f();
    } catch (Error const& e) {
        return e.what();
    }
    return "nothing was thrown";
}
