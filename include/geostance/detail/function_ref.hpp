// SPDX-License-Identifier: BSL-1.0
/// @file
/// Something to call that belongs to the caller.
#pragma once

#include <memory>
#include <utility>

namespace geostance::detail {

template <class Signature>
class function_ref;
/// Refers to something that is called, as an argument of a function that is compiled once, whatever it calls.
template <class Result, class... Arguments>
class function_ref<Result(Arguments...)> {
public:
    /// @param f has to live as long as this is called
    template <class F>
    function_ref(F const& f) noexcept // a forwarding reference would be five traits for each F
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): call_ gives it its own type back
        : object_(const_cast<void*>(static_cast<void const*>(std::addressof(f)))), call_(&call<F>) {}

    Result operator()(Arguments... arguments) const { return call_(object_, std::forward<Arguments>(arguments)...); }

private:
    // A lambda here would be three functions for each F.
    template <class F>
    static Result call(void* object, Arguments... arguments) {
        return (*static_cast<F*>(object))(std::forward<Arguments>(arguments)...);
    }

    void* object_;
    Result (*call_)(void*, Arguments...);
};

} // namespace geostance::detail
