// SPDX-License-Identifier: BSL-1.0
// Takes decisions from the bytes of a fuzzer, so that a small change of the bytes changes one decision.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace fuzz {

class choices {
public:
    choices(std::uint8_t const* data, std::size_t size) : at_(data), end_(data + size) {}

    [[nodiscard]] bool is_over() const { return at_ == end_; }
    /// A number below n; 0 when the bytes are over.
    std::size_t below(std::size_t n) { return is_over() || n == 0 ? 0 : *at_++ % n; }
    template <class T, std::size_t N>
    T const& one_of(T const (&list)[N]) {
        return list[below(N)];
    }

private:
    std::uint8_t const* at_;
    std::uint8_t const* end_;
};

/// Stops the fuzzer where the library and the model disagree, and says in which line of the target.
inline void require(bool condition, int line = __builtin_LINE()) {
    if (condition) return;
    std::fprintf(stderr, "not as required in line %d\n", line);
    std::abort();
}

} // namespace fuzz
