#!/usr/bin/env bash
# Builds and runs the tests:  scripts/test.sh [gcc|clang|all|full]
#   gcc, clang  the tests with one compiler; without an argument gcc (the examples are its demo)
#   all         with every compiler that is present; g++ has to be
#   full        what takes longer: many random programs, mutated rules, address,
#               undefined-behaviour and thread sanitizers
# Tools that are missing are installed first where that is permitted (scripts/lib/setup.sh).
. "$(dirname "${BASH_SOURCE[0]}")/lib/setup.sh"

common=(cmake ninja-build libboost-dev libboost-test-dev)
welcome=(graphviz libbenchmark-dev libeigen3-dev libxsimd-dev libtbb-dev python3 pkg-config gdb
  doxygen lintian libcli11-dev mandoc)
case ${1:-gcc} in
  gcc) need g++ "${common[@]}" -- "${welcome[@]}"; presets=(gcc demo) ;;
  clang) need clang "${common[@]}" -- "${welcome[@]}"; presets=(clang) ;;
  all)
    need g++ "${common[@]}" -- clang "${welcome[@]}"
    presets=(gcc demo)
    if have clang; then presets+=(clang); fi
    ;;
  full)
    need g++ clang "${common[@]}" -- libclang-rt-dev "${welcome[@]}"
    presets=(full clang-full)
    if have libclang-rt-dev; then presets+=(clang-asan); fi
    if can_find_races g++; then presets+=(gcc-tsan)
    elif can_find_races clang++; then presets+=(clang-tsan)
    else note "going on without the thread sanitizer"; fi
    ;;
  *) give_up "usage: scripts/test.sh [gcc|clang|all|full]" ;;
esac

results=()
failed=0
for preset in "${presets[@]}"; do
  step "$preset: configure" quietly "build/log/$preset.txt" cmake --preset "$preset"
  step "$preset: build" cmake --build --preset "$preset" --parallel "$processors"
  if cmake --build --list-presets | grep -q "\"$preset-headers\""; then
    step "$preset: every header alone" \
      cmake --build --preset "$preset-headers" --parallel "$processors"
  fi
  log=build/log/$preset-tests.txt
  step "$preset: run" ctest --preset "$preset" --parallel "$processors" --output-log "$log" ||
    failed=1
  results+=("$preset: $(grep -E 'tests passed|No tests' "$log" || echo 'ctest did not finish')")
done

say "results"
for result in "${results[@]}"; do note "$result"; done
((failed)) || { note "all is well"; exit 0; }
note "some tests failed: what they print is above and in build/log"
exit 1
