// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/plover.hpp>

#include <doctest/doctest.h>

#include <cstddef>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("plover: every type has a score on the scale, but those that need a mode or are not coded") {
    for (std::size_t i = 0; i < gs::enum_names<io::plover_type>::of_each.size(); ++i) {
        auto const type = static_cast<io::plover_type>(i);
        auto const score = io::plover_score(type);
        CAPTURE(gs::to_string(type));
        CHECK(score.has_value() == (type != io::plover_type::none && type != io::plover_type::accuse));
        if (score) CHECK(*score >= -10);
        if (score) CHECK(*score <= 10);
        CHECK(gs::from_string<io::plover_type>(gs::to_string(type)) == type);
    }
}
