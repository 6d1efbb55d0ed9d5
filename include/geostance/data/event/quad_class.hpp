// SPDX-License-Identifier: BSL-1.0
/// @file
/// The four classes of events: cooperation or conflict, in words or in deeds.
/// @par Complexity
/// O(1) for each function
#pragma once

#include <geostance/model/enum_names.hpp>
#include <geostance/model/relations.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace geostance {

namespace io {

/// The class of an event, numbered 1 to 4 in event data.
enum class quad_class : std::uint8_t {
    verbal_cooperation,   ///< 1
    material_cooperation, ///< 2
    verbal_conflict,      ///< 3
    material_conflict     ///< 4
};

} // namespace io

template <>
struct enum_names<io::quad_class> {
    static constexpr std::array<std::string_view, 4> of_each{"verbal_cooperation", "material_cooperation",
                                                             "verbal_conflict", "material_conflict"};
};

namespace io {

/// The class with a given number.
/// @param number 1 to 4, as event data write it
/// @return nothing for any other number
[[nodiscard]] constexpr std::optional<quad_class> quad_class_of(int number) noexcept {
    if (number < 1 || number > 4) return std::nullopt;
    return static_cast<quad_class>(number - 1);
}

/// The number of a class.
/// @param q the class
/// @return 1 to 4
[[nodiscard]] constexpr int number_of(quad_class q) noexcept { return static_cast<int>(q) + 1; }

/// Words or deeds.
/// @param q the class
/// @return `channel::verbal` or `channel::material`
[[nodiscard]] constexpr channel channel_of(quad_class q) noexcept {
    return q == quad_class::verbal_cooperation || q == quad_class::verbal_conflict ? channel::verbal
                                                                                   : channel::material;
}

} // namespace io

} // namespace geostance
