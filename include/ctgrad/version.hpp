// SPDX-License-Identifier: BSL-1.0
//
// The version of ctgrad, written here and nowhere else: CMake, the package files and the tests read
// these three lines. How far a version promises to stay compatible is said in docs/releases.md.
#pragma once

/// The first part of the version.
#define CTGRAD_VERSION_MAJOR 0
/// The second part of the version.
#define CTGRAD_VERSION_MINOR 1
/// The third part of the version.
#define CTGRAD_VERSION_PATCH 0
