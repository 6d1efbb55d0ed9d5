// SPDX-License-Identifier: BSL-1.0
// What tests of files share that several threads read.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::testing {

inline constexpr std::array<std::size_t, 3> several{2, 3, 7};

/// Bad rows are skipped; a few are told, and long ones are bad.
inline io::read_options skipping() {
    io::read_options options;
    options.bad_rows = io::bad_rows::skip_and_report;
    options.max_problems = 20;
    options.max_row_bytes = 5000;
    return options;
}

inline std::string joined(std::vector<std::string> const& rows) {
    std::string text;
    for (auto const& r : rows) text += r;
    return text;
}

/// Gives a text and fails once on the way.
class failing_source final : public io::byte_source {
public:
    failing_source(std::string_view text, std::size_t fails_at) : text_(text), fails_at_(fails_at) {}
    std::size_t read(char* to, std::size_t most) override {
        if (at_ >= fails_at_ && !has_failed_) {
            has_failed_ = true;
            throw read_error({"rows"}, "a broken line", "a whole file");
        }
        auto const count = text_.copy(to, std::min<std::size_t>(most, 100'000), at_);
        at_ += count;
        return count;
    }
    [[nodiscard]] std::uint64_t done() const noexcept override { return at_; }

private:
    std::string_view text_;
    std::size_t fails_at_;
    std::size_t at_ = 0;
    bool has_failed_ = false;
};

} // namespace geostance::testing
