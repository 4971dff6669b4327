#!/usr/bin/env bash
# What the library costs the compiler, seconds and peak megabytes:  benchmarks/compile_time.sh
# Best of three. COMPILERS narrows the run down, CXXFLAGS replaces -O2, INCLUDE names other headers.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
include=${INCLUDE:-$here/../include}
read -ra compilers <<<"${COMPILERS:-g++ clang++}"
read -ra flags <<<"${CXXFLAGS:--O2}"

[ -x /usr/bin/time ] || { echo "GNU time is missing (Debian, Ubuntu: time)" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

: >"$folder/empty.cpp"
echo '#include <ctgrad/ctgrad.hpp>' >"$folder/include.cpp"
cat >"$folder/black_scholes.cpp" <<'EOF'
#include "workloads.hpp"
auto greeks(double spot, double strike, double rate, double volatility, double expiry) {
  return workloads::black_scholes::by_ctgrad(spot, strike, rate, volatility, expiry);
}
EOF

best_of_3() {  # <compiler> <source>: seconds and megabytes of the fastest run
  for _ in 1 2 3; do
    /usr/bin/time -f "%e %M" -o "$folder/time" \
      "$1" -std=c++20 "${flags[@]}" -I"$include" -I"$here" -c "$2" -o "$folder/object"
    cat "$folder/time"
  done | sort -n | awk 'NR == 1 { printf "%.2f %.0f\n", $1, $2 / 1024 }'
}

row() {  # <compiler> <name> <source>
  if [ ! -e "$3" ]; then echo "no $3" >&2; return; fi
  read -r seconds megabytes < <(best_of_3 "$1" "$3")
  printf '%-10s %-28s %8s %8s\n' "$1" "$2" "$seconds" "$megabytes"
}

printf '%-10s %-28s %8s %8s\n' "${flags[*]}" "" seconds MB
for compiler in "${compilers[@]}"; do
  command -v "$compiler" >/dev/null || { echo "$compiler is missing" >&2; continue; }
  row "$compiler" "empty file" "$folder/empty.cpp"
  row "$compiler" "#include <ctgrad/ctgrad.hpp>" "$folder/include.cpp"
  row "$compiler" "quickstart" "$here/../examples/quickstart.cpp"
  row "$compiler" "Black-Scholes gradient" "$folder/black_scholes.cpp"
done
