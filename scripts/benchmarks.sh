#!/usr/bin/env bash
# Measures ctgrad beside all other libraries that are there:  scripts/benchmarks.sh [--quick]
#   --quick   two short rounds: a few minutes of building, a try of measuring
# Builds for this processor with g++ and, where it is present, clang++; compares every engine with
# what was written by hand, measures, and writes results.json, results.csv, results.md and plots
# into build/benchmarks. Debian packages that are missing are installed where that is permitted; of
# the libraries that are not packaged tell where they are:
#   CTGRAD_BENCHMARK_OPTIONS='-DCTGRAD_CODIPACK_DIR=... -DCTGRAD_XAD_DIR=...' scripts/benchmarks.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/setup.sh"

quick=()
case ${1:-} in
  '') ;;
  --quick) quick=(--quick) ;;
  *) give_up "usage: scripts/benchmarks.sh [--quick]" ;;
esac
command -v python3 >/dev/null || give_up "python3 is missing (Debian, Ubuntu: python3)"
need g++ cmake ninja-build libboost-dev libbenchmark-dev -- clang libxsimd-dev libtbb-dev libeigen3-dev \
  libadolc-dev libtrilinos-sacado-dev libceres-dev libboost-math-dev libtorch-dev

read -ra options <<<"${CTGRAD_BENCHMARK_OPTIONS:-}"
folders=()
build() {  # <preset> <compiler> <folder>
  step "$2: configure" quietly "build/log/$1.txt" cmake --preset "$1" "${options[@]}"
  step "$2: build" cmake --build --preset "$1" --parallel "$processors" -- -k 0 ||
    note "going on without what does not compile"
  folders+=("$2=build/benchmarks/$3")
}
build benchmarks g++ gcc
if have clang; then build benchmarks-clang clang++ clang; fi

results=build/benchmarks/results.json
python3 benchmarks/run.py "${quick[@]}" --out "$results" "${folders[@]}"
python3 benchmarks/report.py --results "$results" --out build/benchmarks

say "results"
note "build/benchmarks/results.md, results.csv, results.json and plots (*.svg)"
note "to make them those of docs/benchmarks.md: cp $results docs/benchmarks/ && benchmarks/report.py"
