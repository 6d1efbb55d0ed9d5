// SPDX-License-Identifier: BSL-1.0
// Entities as text.
#pragma once

#include <geostance/data/entity/read_entities.hpp>

#include <string>
#include <string_view>

namespace entity_texts {

namespace io = geostance::io;

// Own lines in the layout of the model; persons, bodies and addresses are made up.
constexpr std::string_view lines =
    R"({"id":"p1","caption":"Jo Doe","schema":"Person","properties":{"name":["Jo Doe","J. Doe"],"alias":["Joe","J. Doe"],"wikidataId":["Q1"],"birthDate":["1960"],"topics":["role.pep"]},"referents":["x"],"datasets":["peps"],"first_seen":"2023-04-20T10:27:20","target":true}
{"id":"o1","schema":"Organization","properties":{"name":["World Dam Union"],"topics":["gov.igo"]},"datasets":["bodies"]}
{"id":"c1","schema":"Company","properties":{"name":["Dam & Sons"],"parent":["c2"],"country":["ru"]},"datasets":["firms"],"first_seen":"2022-01-02"}
{"id":"c2","schema":"Company","properties":{"name":["Dam Holding"],"leiCode":["529900T8BM49AURSDO55"]},"datasets":["firms"]}
{"id":"b1","schema":"PublicBody","properties":{"name":["Ministry of Dams"],"country":["ru"]},"datasets":["bodies"]}
{"id":"pos","schema":"Position","properties":{"name":["Minister of Dams"],"country":["ru"],"organization":["b1"]},"datasets":["peps"]}
{"id":"v1","schema":"Vessel","properties":{"name":["Dredger"],"imoNumber":["9074729"]},"datasets":["list_a"]}
{"id":"a1","schema":"Address","properties":{"full":["1 Dam Road"]},"datasets":["list_a"]}
{"id":"m1","schema":"Membership","properties":{"member":["p1"],"organization":["o1"],"role":["chair"],"startDate":["2019-03","2018-05-01"],"endDate":["2020"],"sourceUrl":["https://dams.example/board","https://dams.example/old"],"publisher":["The Union"]},"datasets":["bodies"],"first_seen":"2021-05-06T00:00:00"}
{"id":"h1","schema":"Occupancy","properties":{"holder":["p1"],"post":["pos"],"startDate":["2020-01-02"],"status":["current"]},"datasets":["peps"]}
{"id":"d1","schema":"Directorship","properties":{"director":["p1"],"organization":["c1"]},"datasets":["firms"]}
{"id":"r1","schema":"Representation","properties":{"agent":["p1"],"client":["c2"],"role":["agent"]},"datasets":["firms"]}
{"id":"w1","schema":"Ownership","properties":{"owner":["c2"],"asset":["c1"],"percentage":["51"]},"datasets":["firms"]}
{"id":"s1","schema":"Sanction","properties":{"entity":["p1"],"authority":["Office of Lists"],"program":["DAMS"],"reason":["built a dam"],"listingDate":["2022-03-04T00:00:00"],"authorityId":["17"],"sourceUrl":["https://lists.example/17"]},"datasets":["list_a","list_b"],"first_seen":"2022-03-05T01:02:03"}
{"id":"s2","schema":"Sanction","properties":{"entity":["v1","a1"],"country":["us"],"startDate":["2023-01-02"],"endDate":["2023-02"]},"datasets":["list_a"]}
{"id":"s3","schema":"Sanction","properties":{"entity":["nobody"],"authority":["Office of Lists"]},"datasets":["list_a"]}
{"id":"s4","schema":"Sanction","properties":{"entity":["c1"],"authority":["Office of Lists"],"startDate":["2023"],"endDate":["2022"]},"datasets":["list_a"]}
)";

inline io::read_result<io::entity_table> read(std::string_view text, io::read_options const& options = {},
                                              std::string const& name = "entities.ftm.json") {
    return io::read_entities(io::input::text(text, name), options);
}

} // namespace entity_texts
