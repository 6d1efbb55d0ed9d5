// SPDX-License-Identifier: BSL-1.0
#include <geostance/error.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace gs = geostance;

TEST_CASE("error: each is an error and a runtime_error, and says what was wrong and what would be right") {
    auto const message = [](auto const& e) {
        gs::error const& base = e;
        std::runtime_error const& standard = base;
        return std::string(standard.what());
    };
    CHECK(message(gs::unknown_name("Rusia", "actor", {"Russia", "Prussia"})) ==
          "no actor is called 'Rusia'; nearest: Russia, Prussia");
    CHECK(message(gs::unknown_name("Rusia", "actor", {})) == "no actor is called 'Rusia'");
    CHECK(message(gs::ambiguous_name("Congo", {"cod", "cog"})) == "'Congo' is ambiguous; it names: cod, cog");
    CHECK(message(gs::duplicate_key("rus")) == "the key 'rus' is already taken; a key is unique in its graph");
    CHECK(message(gs::invalid_value("stance.value", "2", "a number in [-1, 1]")) ==
          "stance.value: got 2, expected a number in [-1, 1]");
    CHECK(message(gs::invalid_handle("null")) == "null");
    CHECK(message(gs::invalid_state("rolled back")) == "rolled back");
    CHECK(message(gs::merge_conflict("actor", "rus", "Russia", "Rus")) ==
          "merge: the actor 'rus' is not the same in both: 'Russia' and 'Rus' differ; a policy can decide");
    CHECK(message(gs::merge_conflict("actor", "rus", "Russia", "Russia", "actor.kind")) ==
          "merge: the actor 'rus' is not the same in both: 'Russia' and 'Russia' differ in actor.kind");
    CHECK(message(gs::merge_conflict({}, "rus", "Russia", "war")) ==
          "merge: 'rus' is the key of two things: 'Russia' and, as another type, 'war'");
    CHECK(message(gs::write_error("full")) == "full");
    CHECK(message(gs::cancelled("stopped")) == "stopped");
}

TEST_CASE("error: programs read the parts without taking the message to pieces") {
    gs::unknown_name const unknown("Rusia", "actor", {"Russia"});
    CHECK(unknown.name() == "Rusia");
    CHECK(unknown.nearest() == std::vector<std::string>{"Russia"});
    gs::ambiguous_name const ambiguous("Congo", {"cod", "cog"});
    CHECK(ambiguous.candidates() == std::vector<std::string>{"cod", "cog"});
    gs::invalid_value const invalid("k", "0", "at least 1");
    CHECK(invalid.field() == "k");
    CHECK(invalid.value() == "0");
    CHECK(invalid.expected() == "at least 1");
    gs::merge_conflict const conflict("actor", "rus", "Russia", "Rus", "actor.name");
    CHECK(conflict.key() == "rus");
    CHECK(conflict.held() == "Russia");
    CHECK(conflict.incoming() == "Rus");
    CHECK(conflict.field() == "actor.name");
}

TEST_CASE("read_error: as much of the place as is known") {
    CHECK(std::string(gs::read_error({"votes.csv", 3, 7, "vote"}, "9", "1 to 5").what()) ==
          "votes.csv:3:7: field 'vote': got '9', expected 1 to 5");
    CHECK(std::string(gs::read_error({}, "", "a file").what()) == "input: got '', expected a file");
    CHECK(gs::read_error({"a", 1, 0, "b"}, "c", "d").where() == gs::text_place{"a", 1, 0, "b"});
}

TEST_CASE("error: bytes that cannot be shown are spelt out") {
    CHECK(std::string(gs::error(std::string("a\0b", 3)).what()) == "a\\x00b");
}

TEST_CASE("ambiguous_name: the message has a dozen of the candidates and a count, the error has all") {
    std::vector<std::string> keys;
    for (int i = 1; i <= 10'000; ++i) keys.push_back("k" + std::to_string(i));
    gs::ambiguous_name const error("Lee", keys);
    CHECK(std::string(error.what()) ==
          "'Lee' is ambiguous; it names: k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11, k12 and 9988 more");
    CHECK(error.candidates().size() == 10'000);
    keys.resize(12);
    CHECK(std::string(gs::ambiguous_name("Lee", keys).what()).ends_with("k11, k12"));
}
