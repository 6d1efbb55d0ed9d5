// SPDX-License-Identifier: BSL-1.0
// Alliances as text.
#pragma once

#include <geostance/data/alliance/read_alliances.hpp>

#include <string_view>

namespace alliance_texts {

// Own rows in the layouts of the data sets; the states and treaties are made up.
constexpr char const* by_member =
    R"(version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version
1,200,United Kingdom,1,2,1900,3,4,1910,"Type I: Defense Pact",1,2,1900,3,4,1910,0,0,1,0,0,1,4.1
1,220,France,1,2,1900,3,4,1910,"Type I: Defense Pact",5,6,1905,3,4,1910,0,0,1,0,0,1,4.1
2,2,United States of America,4,4,1949,,,,"Type I: Defense Pact",4,4,1949,,,,0,1,1,0,1,1,4.1
2,20,Canada,4,4,1949,,,,"Type III: Entente",4,,1949,,,,0,0,0,0,0,1,4.1
)";

constexpr char const* by_dyad_heading =
    "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,"
    "dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente";

constexpr char const* dyad_years = R"(ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente
2,20,1990,1,0,1,1
20,2,1990,1,0,1,1
2,20,1991,1,0,1,1
20,2,1991,1,0,0,1
2,20,1993,1,0,1,1
2,365,1992,0,0,1,0
)";

inline geostance::io::read_result<geostance::io::alliance_table>
read(std::string_view text, geostance::io::read_alliances_options const& options = {}) {
    return geostance::io::read_alliances(geostance::io::input::text(text, "alliances.csv"), options);
}

} // namespace alliance_texts
