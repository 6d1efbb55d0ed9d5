// SPDX-License-Identifier: BSL-1.0
/// @file
/// One row of event data: who did what to whom on which day, as written in the file.
#pragma once

#include <geostance/data/event/quad_class.hpp>
#include <geostance/model/enum_names.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace geostance {

namespace io {

/// A layout of event data. The caller has to know which of GDELT's two a file has: a row of 2.0 that lost columns looks
/// like a row of 1.0.
enum class event_format : std::uint8_t {
    gdelt_2, ///< GDELT 2.0 events: 61 columns, no headings
    gdelt_1, ///< GDELT 1.0 events: 58 columns, or 57 in older files, no headings
    icews,   ///< ICEWS: 20 columns with headings
    polecat, ///< POLECAT: 40 columns with headings
    ucdp,    ///< UCDP's georeferenced events: who killed whom on which day; the code is the type of violence, 1 to 3
    acled    ///< ACLED's events; the code is their type and, after a hyphen, their kind: `Battles-Armed clash`
};

} // namespace io

template <>
struct enum_names<io::event_format> {
    static constexpr std::array<std::string_view, 6> of_each{"gdelt_2", "gdelt_1", "icews", "polecat", "ucdp", "acled"};
};

namespace io {

/// One side of an event. What the file leaves out is empty.
struct event_actor {
    std::string_view code{};    ///< GDELT: CAMEO code, such as `USAGOV`; ICEWS and POLECAT have none
    std::string_view name{};    ///< for example `Police (India)`
    std::string_view country{}; ///< GDELT: three letters of CAMEO; ICEWS: the name; POLECAT: as the file has it
    /// POLECAT: the list as written, where the file names several countries; `country` is then empty
    std::string_view countries{};
};

/// One report of an event. The texts are valid only while the reader is at its row.
struct event {
    std::string_view id{};       ///< the file's number of the event; in ICEWS not unique
    std::chrono::sys_days day{}; ///< when it happened, or began
    /// UCDP: the last day on which it may have happened; none where the file names one day
    std::optional<std::chrono::sys_days> last_day{};
    event_actor source{};                    ///< who acted
    event_actor target{};                    ///< toward whom
    std::string_view code{};                 ///< CAMEO, as written; POLECAT: type, or type and mode: `ACCUSE-allege`
    std::optional<double> value{};           ///< GDELT: Goldstein value; ICEWS and POLECAT: intensity; in [-10, 10]
    std::optional<quad_class> quad{};        ///< GDELT: the class in the file
    std::optional<std::uint64_t> mentions{}; ///< GDELT: number of mentions in its first 15 minutes
    std::optional<std::uint64_t> sources{};  ///< GDELT: number of sources, likewise
    std::optional<std::uint64_t> articles{}; ///< GDELT: number of articles, likewise
    std::optional<std::chrono::sys_days>
        added{};                    ///< GDELT: when the event came into it; POLECAT: when it was published
    std::string_view publication{}; ///< GDELT: address of the article; ICEWS and POLECAT: who published it
};

} // namespace io

} // namespace geostance
