// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>
