// SPDX-License-Identifier: BSL-1.0
// SHA-256 and Base64 against the published examples.
#include <geostance/page/detail/sha256.hpp>

#include <doctest/doctest.h>

#include <string>

namespace page = geostance::page::detail;

namespace {

std::string hex(std::string_view bytes) {
    std::string text;
    for (auto const byte : page::sha256(bytes)) {
        text += "0123456789abcdef"[byte >> 4U];
        text += "0123456789abcdef"[byte & 15U];
    }
    return text;
}

} // namespace

TEST_CASE("sha256 gives the digests of NIST's examples for FIPS 180-4") {
    CHECK(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("base64 gives the examples of RFC 4648") {
    CHECK(page::base64(std::string()).empty());
    CHECK(page::base64(std::string("f")) == "Zg==");
    CHECK(page::base64(std::string("fo")) == "Zm8=");
    CHECK(page::base64(std::string("foo")) == "Zm9v");
    CHECK(page::base64(std::string("foobar")) == "Zm9vYmFy");
}
