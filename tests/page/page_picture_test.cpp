// SPDX-License-Identifier: BSL-1.0
// The picture in the README is what the library draws of the article today.
#include <geostance/page/page.hpp>

#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace gs = geostance;

TEST_CASE("the picture in the README is what is drawn of the article") {
    std::ostringstream drawn;
    gs::page::write_picture(drawn, gs::seed::panel_veto_2024());
    std::ifstream file(GEOSTANCE_SOURCE_DIR "/examples/article.svg", std::ios::binary);
    std::string const kept{std::istreambuf_iterator<char>(file), {}};
    auto const fresh = std::filesystem::temp_directory_path() / "geostance-article.svg";
    if (kept != drawn.str()) std::ofstream(fresh, std::ios::binary) << drawn.str();
    CHECK_MESSAGE(kept == drawn.str(), "copy ", fresh.string(), " over examples/article.svg");
}

TEST_CASE("a picture by itself has a style, and neither script nor link") {
    std::ostringstream drawn;
    gs::page::write_picture(drawn, gs::seed::panel_veto_2024(), {.drawn = 8});
    auto const svg = drawn.str();
    CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    CHECK(svg.find("<style>") != std::string::npos);
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("href") == std::string::npos);
}
