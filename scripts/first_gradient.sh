#!/usr/bin/env bash
# How long it takes from `git clone` to a first gradient, by every way to use ctgrad:
#   scripts/first_gradient.sh [RUNS]
# Clones this repository (what is committed; no network is measured), does what a user has to do,
# compiles tests/package/main.cpp, runs it and checks its gradient. Prints a table of the medians of
# RUNS runs (3 without an argument), in seconds. Then the size of the single header and what it costs
# to include it, beside <ctgrad/ctgrad.hpp>. Needs git, cmake, ninja and Boost.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C
unset CMAKE_CXX_COMPILER_LAUNCHER
runs=${1:-3}
here=$PWD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

compilers=()
for compiler in g++ clang++; do
  command -v "$compiler" >/dev/null && compilers+=("$compiler")
done

routes=(include_path single_header add_subdirectory fetch_content find_package pkg_config deb)
for route in find_package:cmake pkg_config:pkg-config deb:dpkg-deb; do
  command -v "${route#*:}" >/dev/null || routes=("${routes[@]/${route%:*}/}")
done

clone() { git clone --quiet "file://$here" ctgrad; }
compile() { "$compiler" -std=c++20 "$@" ctgrad/tests/package/main.cpp -o user; }
build() {  # <project of tests/package> <setting>...
  local project=ctgrad/tests/package/$1
  shift
  cmake -G Ninja -S "$project" -B build -DCMAKE_CXX_COMPILER="$compiler" "$@" >/dev/null
  cmake --build build --target user >/dev/null
  mv build/user user
}
install_it() {
  cmake -G Ninja -S ctgrad -B build-ctgrad -DCMAKE_CXX_COMPILER="$compiler" \
    -DCTGRAD_BUILD_{TESTS,EXAMPLES,BENCHMARKS,DOCS}=OFF >/dev/null
  cmake --install build-ctgrad --prefix installed >/dev/null
}

include_path() { clone; compile -Ictgrad/include; }
single_header() {
  clone
  sed -i 's|<ctgrad/ctgrad.hpp>|<ctgrad_single.hpp>|' ctgrad/tests/package/main.cpp
  compile -Ictgrad/single_include
}
add_subdirectory() { clone; build add_subdirectory -Dctgrad="$PWD/ctgrad"; }
fetch_content() { clone; build fetch_content -Dctgrad="$PWD/ctgrad"; }
find_package() { clone; install_it; build find_package -DCMAKE_PREFIX_PATH="$PWD/installed"; }
pkg_config() {
  clone; install_it
  local flags
  read -ra flags < <(PKG_CONFIG_PATH=installed/share/pkgconfig pkg-config --cflags ctgrad)
  compile "${flags[@]}"
}
deb() {
  clone
  (cd ctgrad && cmake --workflow --preset deb >/dev/null 2>&1)
  dpkg-deb --extract ctgrad/build/deb/*.deb unpacked
  compile -Iunpacked/usr/include
}

# seconds <command>...: how long it took. What it prints is shown only if it fails.
seconds() {
  local begin=$EPOCHREALTIME
  "$@" >"$folder/log" 2>&1 || { cat "$folder/log" >&2; return 1; }
  awk -v from="$begin" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.2f\n", to - from }'
}
median() { sort -g | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

first_gradient() {  # <route>
  rm -rf "$folder/user"
  mkdir "$folder/user"
  cd "$folder/user"
  "$1"
  [[ $(./user) == "-3 2 1" ]]
}

include_time() {  # <folder> <header>
  echo "#include <$2>" >"$folder/include.cpp"
  for ((i = 0; i < 2 * runs + 1; ++i)); do
    seconds "$compiler" -std=c++20 -I"$1" -fsyntax-only "$folder/include.cpp"
  done | median
}

printf '| route |%s\n' "$(printf ' %s |' "${compilers[@]}")"
printf '|---|%s\n' "$(printf -- '---|%.0s' "${compilers[@]}")"
for route in "${routes[@]}"; do
  [[ -n $route ]] || continue
  line="| $route |"
  for compiler in "${compilers[@]}"; do
    line+=" $(for ((i = 0; i < runs; ++i)); do (seconds first_gradient "$route"); done | median) |"
  done
  echo "$line"
done
for header in include:ctgrad/ctgrad.hpp single_include:ctgrad_single.hpp; do
  line="| \`#include <${header#*:}>\` alone |"
  for compiler in "${compilers[@]}"; do
    line+=" $(include_time "${header%:*}" "${header#*:}") |"
  done
  echo "$line"
done
echo
single=single_include/ctgrad_single.hpp
echo "$single: $(wc -l <"$single") lines, $(wc -c <"$single") bytes," \
  "$(gzip -9 -c "$single" | wc -c) compressed"
