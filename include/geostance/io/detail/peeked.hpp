// SPDX-License-Identifier: BSL-1.0
/// @file
/// An input whose beginning was looked at before it is read.
#pragma once

#include <geostance/io/input.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace geostance::io::detail {

/// Gives the bytes that were looked at, then the rest of the input.
class peeked_source final : public byte_source {
public:
    peeked_source(std::string beginning, input rest) : beginning_(std::move(beginning)), rest_(std::move(rest)) {}

    std::size_t read(char* to, std::size_t most) override {
        auto const count = beginning_.copy(to, most, at_);
        at_ += count;
        return count != 0 ? count : rest_.bytes().read(to, most);
    }
    [[nodiscard]] std::uint64_t done() const noexcept override { return rest_.bytes().done(); }
    [[nodiscard]] std::optional<std::uint64_t> total() const noexcept override { return rest_.bytes().total(); }

private:
    std::string beginning_;
    std::size_t at_ = 0;
    input rest_;
};

/// The first bytes of an input, and an input that still has them.
struct peeked {
    std::string beginning;
    input whole;
};

/// Looks at the first bytes of an input.
/// @param most how many
/// @throws read_error if it cannot be read
inline peeked peek(input in, std::size_t most = std::size_t(1) << 16U) {
    std::string beginning(most, '\0');
    std::size_t size = 0;
    while (size < most) {
        auto const count = in.bytes().read(beginning.data() + size, most - size);
        if (count == 0) break;
        size += count;
    }
    beginning.resize(size);
    auto name = in.name();
    auto copy = beginning;
    return {std::move(copy),
            input(std::make_unique<peeked_source>(std::move(beginning), std::move(in)), std::move(name))};
}

} // namespace geostance::io::detail
