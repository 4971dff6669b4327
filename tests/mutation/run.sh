#!/usr/bin/env bash
# Mutates every rule of the library and demands that the edge table or the oracle notices:
#   run.sh <source folder> <work folder> <compiler> <library of 100 digits> [header...]
# Mutants that do not compile are counted by themselves; those that are equivalent to the rule stand
# in equivalent.txt with a reason. Prints the score; fails if a mutant survives.
set -euo pipefail
source=$1 work=$2 compiler=$3 library=$4
shift 4
here=$source/tests/mutation
flags=(-std=c++20 -O0 -w -ffp-contract=off "-I$source/include" "-I$here" ${CTGRAD_BOOST_INCLUDE:+"-I$CTGRAD_BOOST_INCLUDE"})
mkdir -p "$work"

"$compiler" -std=c++20 -O1 "$here/mutate.cpp" -o "$work/mutate"

# Compiles the mutants of a family, leaving out those that the compiler refuses. Prints how many.
compile() {
  local family=$1 skip=() refused=() round
  for round in 1 2 3 4; do
    if "$compiler" "${flags[@]}" "${skip[@]}" -c "$work/$family.cpp" -o "$work/$family.o" \
      2>"$work/$family.errors"; then
      echo "${#skip[@]}"
      return
    fi
    mapfile -t refused < <(grep -oE 'mutant_[0-9]+:[0-9]+:[0-9]+: error' "$work/$family.errors" |
      grep -oE '^mutant_[0-9]+' | sort -u)
    for mutant in "${refused[@]}"; do skip+=("-DSKIP_${mutant#mutant_}"); done
  done
  grep -m5 error "$work/$family.errors" >&2
  return 1
}

headers=("$@")
if ((${#headers[@]} == 0)); then headers=("$source"/include/ctgrad/op/*.hpp); fi
killed=0 refused=0 equivalent=0 alive=0
for header in "${headers[@]}"; do
  family=$(basename "$header" .hpp)
  [[ -f $source/tests/edge/$family.hpp ]] || continue
  "$work/mutate" "$header" "$family" >"$work/$family.cpp"
  sed -i "s|\"../edge/|\"$source/tests/edge/|" "$work/$family.cpp"
  grep -q 'mutation::judge<' "$work/$family.cpp" || continue
  left_out=$(compile "$family")
  refused=$((refused + left_out))
  "$compiler" "$work/$family.o" "$library" -o "$work/$family"
  "$work/$family" >"$work/$family.txt" || { cat "$work/$family.txt"; exit 1; }
  killed=$((killed + $(grep -oE '^killed [0-9]+' "$work/$family.txt" | cut -d' ' -f2)))
  while IFS= read -r line; do
    if grep -qF "${line#survived } #" "$here/equivalent.txt"; then
      equivalent=$((equivalent + 1))
    else
      alive=$((alive + 1))
      echo "$family: $line"
    fi
  done < <(grep '^survived' "$work/$family.txt" || true)
done
echo "mutants: $killed killed, $alive survived, $equivalent equivalent, $refused do not compile"
((alive == 0))
