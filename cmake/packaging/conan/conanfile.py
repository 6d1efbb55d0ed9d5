# SPDX-License-Identifier: BSL-1.0
#   conan create cmake/packaging/conan
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeToolchain
from conan.tools.files import copy, load


class Geostance(ConanFile):
    name = "geostance"
    description = "Geopolitical stances as a typed graph on Boost.Graph"
    license = "BSL-1.0"
    package_type = "header-library"
    implements = ["auto_header_only"]
    settings = "os", "arch", "compiler", "build_type"
    options = {"with_json": [True, False], "with_graphml": [True, False], "with_gzip": [True, False]}
    default_options = {"with_json": False, "with_graphml": False, "with_gzip": False,
                       "boost/*:header_only": True}
    no_copy_source = True
    generators = "CMakeDeps"

    @property
    def _root(self):
        return os.path.join(self.recipe_folder, "..", "..", "..")

    def set_version(self):
        text = load(self, os.path.join(self._root, "include", "geostance", "version.hpp"))
        self.version = ".".join(re.search(rf"VERSION_{part} (\d+)", text)[1] for part in ("MAJOR", "MINOR", "PATCH"))

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "LICENSE", "README.md", "cmake/*", "include/*"):
            copy(self, pattern, self._root, self.export_sources_folder)

    def requirements(self):
        self.requires("boost/[>=1.74 <2]")
        if self.options.with_graphml:
            self.requires("expat/[>=2.4 <3]")
        if self.options.with_gzip:
            self.requires("zlib/[>=1.2 <2]")

    def validate(self):
        check_min_cppstd(self, 20)

    def generate(self):
        toolchain = CMakeToolchain(self)
        for option in ("BUILD_TESTS", "BUILD_EXAMPLES"):
            toolchain.cache_variables[f"GEOSTANCE_{option}"] = False
        toolchain.cache_variables["GEOSTANCE_WITH_JSON"] = bool(self.options.with_json)
        toolchain.cache_variables["GEOSTANCE_WITH_GRAPHML"] = bool(self.options.with_graphml)
        toolchain.cache_variables["GEOSTANCE_WITH_GZIP"] = bool(self.options.with_gzip)
        toolchain.cache_variables["GEOSTANCE_WITH_MPI"] = False  # Boost is taken as headers alone
        toolchain.cache_variables["GEOSTANCE_WITH_LP"] = False
        toolchain.generate()

    def build(self):
        CMake(self).configure()

    def package(self):
        CMake(self).install()

    def package_info(self):
        # The package's own CMake files are used, so a component is asked for as without Conan.
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs = [os.path.join("share", "cmake", "geostance")]
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
