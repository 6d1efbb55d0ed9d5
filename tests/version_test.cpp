// SPDX-License-Identifier: BSL-1.0
#include <geostance/version.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string text_of(std::string const& file) {
    std::ifstream in(GEOSTANCE_SOURCE_DIR "/" + file);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool says(std::string const& file, std::string const& words) { return text_of(file).find(words) != std::string::npos; }

} // namespace

TEST_CASE("version: what packages and pages say is what the header says") {
    auto const minor = std::to_string(GEOSTANCE_VERSION_MAJOR) + '.' + std::to_string(GEOSTANCE_VERSION_MINOR);
    auto const version = minor + '.' + std::to_string(GEOSTANCE_VERSION_PATCH);
    CHECK(says("cmake/packaging/vcpkg/vcpkg.json", "\"version-semver\": \"" + version + "\""));
    CHECK(says("CHANGELOG.md", "\n## " + version + '\n'));
    CHECK(says("README.md", "find_package(geostance " + minor + ' '));
    // Conan and CMake take it from the header's text.
    CHECK(says("include/geostance/version.hpp", "GEOSTANCE_VERSION_MAJOR " + std::to_string(GEOSTANCE_VERSION_MAJOR)));
    CHECK(says("include/geostance/version.hpp", "GEOSTANCE_VERSION_MINOR " + std::to_string(GEOSTANCE_VERSION_MINOR)));
    CHECK(says("include/geostance/version.hpp", "GEOSTANCE_VERSION_PATCH " + std::to_string(GEOSTANCE_VERSION_PATCH)));
}
