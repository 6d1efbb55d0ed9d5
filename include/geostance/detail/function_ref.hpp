// SPDX-License-Identifier: BSL-1.0
/// @file
/// Something to call that belongs to the caller.
#pragma once

#include <memory>
#include <type_traits>
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
        requires(!std::is_same_v<std::remove_cvref_t<F>, function_ref>)
    function_ref(F&& f) // NOLINT(bugprone-forwarding-reference-overload): not for another function_ref
    noexcept
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): call_ gives it its own type back
        : object_(const_cast<void*>(static_cast<void const*>(std::addressof(f)))),
          call_(&call<std::remove_reference_t<F>>) {}

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
