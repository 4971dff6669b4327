#!/usr/bin/env bash
# Builds and runs all tests:  scripts/test.sh [gcc|clang|all] `all`, the default, means every
# compiler that is present; g++ has to be. Tools that are missing are installed first where that is
# permitted (scripts/lib/setup.sh).
. "$(dirname "${BASH_SOURCE[0]}")/lib/setup.sh"

common=(cmake ninja-build libboost-dev libboost-test-dev)
welcome=(graphviz libbenchmark-dev)
case ${1:-all} in
  gcc) need g++ "${common[@]}" -- "${welcome[@]}"; compilers=(gcc) ;;
  clang) need clang "${common[@]}" -- "${welcome[@]}"; compilers=(clang) ;;
  all)
    need g++ "${common[@]}" -- clang "${welcome[@]}"
    compilers=(gcc)
    if have clang; then compilers+=(clang); fi
    ;;
  *) give_up "usage: scripts/test.sh [gcc|clang|all]" ;;
esac

results=()
failed=0
for compiler in "${compilers[@]}"; do
  step "$compiler: configure" quietly "build/log/$compiler.txt" cmake --preset "$compiler"
  step "$compiler: build" cmake --build --preset "$compiler" --parallel "$processors"
  step "$compiler: every header alone" \
    cmake --build --preset "$compiler-headers" --parallel "$processors"
  log=build/log/$compiler-tests.txt
  step "$compiler: run" ctest --preset "$compiler" --parallel "$processors" --output-log "$log" ||
    failed=1
  results+=("$compiler: $(grep -E 'tests passed|No tests' "$log" || echo 'ctest did not finish')")
done

say "results"
for result in "${results[@]}"; do note "$result"; done
((failed)) || { note "all is well"; exit 0; }
note "some tests failed: what they print is above and in build/log"
exit 1
