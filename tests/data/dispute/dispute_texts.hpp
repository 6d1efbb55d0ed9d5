// SPDX-License-Identifier: BSL-1.0
// Disputes as text.
#pragma once

#include <geostance/data/dispute/read_disputes.hpp>

#include <string_view>

namespace dispute_texts {

// Own rows in the layout of MIDB 5.0. Dispute 1 is one against one; 2 is two against two, of whom one came later.
constexpr char const* participants =
    R"(dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,revtype2,fatality,fatalpre,hiact,hostlev,orig,version
1,"USA",2,-9,7,1902,24,1,1903,1,1,1,-9,0,0,7,3,1,5
1,"UKG",200,-9,7,1902,24,1,1903,0,0,-9,-9,-9,-9,0,1,1,5
2,"RUS",365,1,1,1950,31,12,1951,1,1,1,-9,6,-9,20,5,1,5
2,"CHN",710,1,1,1951,31,12,1951,1,0,-9,-9,6,-9,20,5,0,5
2,"USR",2,1,1,1950,30,6,1950,0,0,-9,-9,0,0,13,4,1,5
2,"UKG",200,1,1,1951,31,12,1951,0,0,-9,-9,0,0,-9,4,0,5
)";

inline geostance::io::read_result<geostance::io::dispute_table>
read(std::string_view text, geostance::io::read_disputes_options const& options = {}) {
    return geostance::io::read_disputes(geostance::io::input::text(text, "disputes.csv"), options);
}

} // namespace dispute_texts
