#!/usr/bin/env bash
# Instructions per call, compiled by ctgrad against written by hand:
#   benchmarks/instructions.sh            the tables, with geometric mean and worst ratio
#   benchmarks/instructions.sh --bounds   the ratios as instructions.bounds keeps them
#   benchmarks/instructions.sh --check    ends with an error if a ratio is above its bound
#
# Counted by valgrind, so exact, whatever else the machine does. `own` leaves out the calls into the
# mathematical library; `all` includes them. To narrow a run down or try a change:
#   COMPILERS=g++ LEVELS='-O2;-O3' WORKLOADS='relu sabr' INCLUDE=<headers> CXXFLAGS=<more flags>
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mode=${1:---tables}
include=${INCLUDE:-$here/../include}
IFS=';' read -ra levels <<<"${LEVELS:--O2;-O3 -march=x86-64-v3;-O3 -march=x86-64-v3 -ffp-contract=off}"
read -ra compilers <<<"${COMPILERS:-g++ clang++}"
counted=(relu exponential black_scholes sabr camera himmelblau rosenbrock_4 kepler pendulum
  michaelis_menten neuron normal quaternion lennard_jones haversine oscillator robot_arm
  rosenbrock_10)
# Shown and not counted, with the reason.
apart=(
  'relu_plain by hand 0 for NaN'
  'black_scholes_plain by hand a density with fewer digits far out'
  'neuron_plain by hand a slope with fewer digits far out'
  'black_scholes_closed_form by hand mathematics that no compiler knows')
read -ra workloads <<<"${WORKLOADS:-${counted[*]} ${apart[*]%% *}}"
bounds=$here/instructions.bounds
missing=0  # rows that did not compile
points=8  # the program calls each function once per point
export LD_BIND_NOW=1  # otherwise the first call of a library function counts its look-up

skip() {  # <reason>: ctest knows the exit code
  echo "$1" >&2
  exit 77
}
command -v valgrind >/dev/null || skip "valgrind is missing (Debian, Ubuntu: valgrind)"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export FOLDER=$folder

# Compiles one object per workload, several at a time, and links those that compile.
build() {  # <compiler> <flag>...
  local compiler=$1 workload
  shift
  rm -f "$folder"/*.o
  for workload in "${workloads[@]}"; do
    printf '#include "workloads/%s.hpp"\n#include "row.hpp"\nCTGRAD_ROW(%s)\n' \
      "$workload" "$workload" >"$folder/$workload.cpp"
  done
  "$compiler" -std=c++20 -O1 -I"$here" -c "$here/instructions.cpp" -o "$folder/instructions.o"
  printf '%s\n' "${workloads[@]}" | xargs -P "$(nproc)" -I{} sh -c '
    "$0" "$@" -c "$FOLDER/{}.cpp" -o "$FOLDER/{}.o" 2>"$FOLDER/{}.log" || {
      echo "{} does not compile with $0:" && grep -m1 error "$FOLDER/{}.log" | cut -c1-300; } >&2' \
    "$compiler" -std=c++20 -DNDEBUG "$@" -I"$include" -I"$here"
  "$compiler" "$folder"/*.o -o "$folder/instructions"
  for workload in "${workloads[@]}"; do [[ -e $folder/$workload.o ]] || missing=1; done
}

# Sums a callgrind profile with one part per call of a function. The line after `calls=` repeats
# what the callee has been counted for already.
# Prints: function, own instructions, all instructions.
sum='
  /^desc: Trigger: --dump-after=/ { sub(/.*=/, ""); name = $0; seen[name]; next }
  /^desc: Trigger:/ { name = "" }
  /^c?ob=/ {
    split($0, field, "[=() ]+")  # ob=(5) /path, and later ob=(5) alone
    if (NF > 1) own[field[2]] = $2 ~ /\/instructions$/
    if ($0 ~ /^ob=/) object = field[2]
    next
  }
  /^calls=/ { skip = 1; next }
  /^[+*0-9-]/ { if (!skip) { all[name] += $2; if (own[object]) mine[name] += $2 } skip = 0 }
  END { for (name in seen) printf "%s %.1f %.1f\n", name, mine[name] / points, all[name] / points }'

count() {
  local calls=('--toggle-collect=hand_*' '--toggle-collect=static_*') workload
  for workload in "${workloads[@]}"; do
    [[ -e $folder/$workload.o ]] || continue
    calls+=("--dump-after=hand_$workload" "--dump-after=static_$workload")
  done
  rm -f "$folder/profile"
  valgrind --tool=callgrind --combine-dumps=yes "${calls[@]}" \
    --callgrind-out-file="$folder/profile" "$folder/instructions" >"$folder/log" 2>&1 ||
    { cat "$folder/log" >&2; exit 1; }
  awk -v points=$points "$sum" "$folder/profile" >"$folder/counts"
}

# Prints: workload, own by hand, own by ctgrad, all by hand, all by ctgrad; in the order asked for.
rows='
  FNR == NR { own[$1] = $2; all[$1] = $3; next }
  ("hand_" $1) in own { h = "hand_" $1; s = "static_" $1; print $1, own[h], own[s], all[h], all[s] }'

# Geometric mean and worst of the ratios of own instructions, over the rows that count.
table='
  FNR == NR { name = $1; sub(/^[^ ]+ /, ""); reason[name] = $0; next }
  {
    printf "%-28s %10.1f %10.1f %8.3f %10.1f %10.1f %8.3f  %s\n",
      $1, $2, $3, $3 / $2, $4, $5, $5 / $4, reason[$1]
    if ($1 in reason && reason[$1] != "") next
    ++rows; logarithms += log($3 / $2); all += log($5 / $4)
    if ($3 / $2 > worst) worst = $3 / $2
    if ($5 / $4 > worst_all) worst_all = $5 / $4
  }
  END {
    if (!rows) exit
    printf "%-28s %10s %10s %8.3f %10s %10s %8.3f\n",
      "geometric mean", "", "", exp(logarithms / rows), "", "", exp(all / rows)
    printf "%-28s %10s %10s %8.3f %10s %10s %8.3f\n", "worst", "", "", worst, "", "", worst_all
  }'

# Prints: ratio of own instructions rounded up, compiler, workload, flags.
rounded_up='
  { ratio = $3 / $2 * 100; up = int(ratio); if (up < ratio - 1e-6) ++up
    printf "%.2f %s %s %s\n", up / 100, compiler, $1, flags }'

# Compares such lines with those that are kept.
check='
  { ratio = $1; $1 = "" }
  FNR == NR { bound[$0] = ratio; next }
  !($0 in bound) { print "no bound for" $0 ": " ratio; failed = 1; next }
  ratio > bound[$0] { print "above its bound " bound[$0] ":" $0 ": " ratio; failed = 1 }
  END { exit failed }'

measure() {  # <compiler> <its name> <flags>
  read -ra flags <<<"$3 ${CXXFLAGS:-}"
  build "$1" "${flags[@]}"
  count
  printf '%s\n' "${workloads[@]}" | awk "$rows" "$folder/counts" - >"$folder/rows"
  awk -v compiler="$2" -v flags="${flags[*]}" "$rounded_up" "$folder/rows" >>"$folder/bounds"
  [[ $mode == --bounds ]] && return
  printf '\ninstructions per call, %s %s\n' "$2" "${flags[*]}"
  printf '%-28s %10s %10s %8s %10s %10s %8s\n' workload "hand own" own ratio "hand all" all ratio
  printf '%s\n' "${apart[@]}" | awk "$table" - "$folder/rows"
}

for compiler in "${compilers[@]}"; do
  command -v "$compiler" >/dev/null || { echo "$compiler is missing" >&2; continue; }
  name=$compiler-$("$compiler" -dumpversion | cut -d. -f1)
  [[ $mode == --check ]] && ! grep -qF " $name " "$bounds" && { echo "no bounds for $name" >&2; continue; }
  for level in "${levels[@]}"; do measure "$compiler" "$name" "$level"; done
done

case $mode in
  --bounds) cat "$folder/bounds" ;;
  --check)
    [[ -s $folder/bounds ]] || skip "nothing to check"
    awk "$check" "$bounds" "$folder/bounds"
    ;;
esac
((missing == 0))
