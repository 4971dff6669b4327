#!/usr/bin/env bash
# Instructions per call, static against written by hand:  benchmarks/instructions.sh
#
# Counted by valgrind, so exact, whatever else the machine does. `own` leaves out the calls into the
# mathematical library; `all` includes them. CXXFLAGS adds flags, INCLUDE names another copy of the
# headers (to try a change), COMPILERS and LEVELS narrow the run down.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
include=${INCLUDE:-$here/../include}
IFS=';' read -ra levels <<<"${LEVELS:--O2;-O3 -march=x86-64-v3 -ffp-contract=off}"
read -ra compilers <<<"${COMPILERS:-g++ clang++}"
# black_scholes compares to the closed form of the Greeks, black_scholes_reverse to the arithmetic
# that a reverse sweep does.
workloads=(relu exponential neuron black_scholes black_scholes_reverse rosenbrock)
points=8  # the program calls each function once per point
export LD_BIND_NOW=1  # otherwise the first call of a library function counts its look-up

command -v valgrind >/dev/null || { echo "valgrind is missing (Debian, Ubuntu: valgrind)" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Sums a callgrind profile: instructions in the program itself and in all objects. The line after
# `calls=` repeats what the callee has been counted for already.
sum='
  /^c?ob=/ {
    split($0, field, "[=() ]+")  # ob=(5) /path, and later ob=(5) alone
    if (NF > 1) own[field[2]] = $2 ~ /\/instructions$/
    if ($0 ~ /^ob=/) object = field[2]
    next
  }
  /^calls=/ { skip = 1; next }
  /^[+*0-9-]/ { if (!skip) { all += $2; if (own[object]) mine += $2 } skip = 0 }
  END { printf "%.1f %.1f\n", mine / points, all / points }'

count() {  # <function>: own and all instructions of a call
  valgrind --tool=callgrind --toggle-collect="$1" --callgrind-out-file="$folder/profile" \
    "$folder/instructions" >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
  awk -v points=$points "$sum" "$folder/profile"
}

measure() {  # <compiler> <flags>
  read -ra flags <<<"$2 ${CXXFLAGS:-}"
  "$1" -std=c++20 -DNDEBUG "${flags[@]}" -I"$include" "$here/instructions.cpp" \
    -o "$folder/instructions" -lbenchmark -lpthread
  printf '\ninstructions per call, %s %s\n' "$1" "${flags[*]}"
  printf '%-24s %10s %10s %8s %12s %12s %8s\n' \
    workload "hand own" "static own" ratio "hand all" "static all" ratio
  local workload
  for workload in "${workloads[@]}"; do
    echo "$workload $(count "hand_$workload") $(count "static_${workload%_reverse}")"
  done | awk '{ printf "%-24s %10.1f %10.1f %8.2f %12.1f %12.1f %8.2f\n",
                $1, $2, $4, $4 / $2, $3, $5, $5 / $3 }'
}

for compiler in "${compilers[@]}"; do
  command -v "$compiler" >/dev/null || { echo "$compiler is missing" >&2; continue; }
  for level in "${levels[@]}"; do measure "$compiler" "$level"; done
done
