#!/usr/bin/env bash
# Prints machine_code.md: what the compiler makes of four gradients, by ctgrad and by hand.
#   docs/machine_code.sh >docs/machine_code.md
#   docs/machine_code.sh readme    the first of them in two columns, as it stands in README.md
# CXX names the compiler (g++), CXXFLAGS its flags.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
compiler=${CXX:-g++}
read -ra flags <<<"${CXXFLAGS:--O2 -fno-math-errno}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$compiler" -std=c++20 "${flags[@]}" -I"$here/../include" \
  -c "$here/machine_code.cpp" -o "$folder/object"
objdump -d -r -C --no-show-raw-insn "$folder/object" >"$folder/listing"

listing() {  # <function>: its instructions, with labels instead of addresses, without padding
  awk -v name="<$1(" '
    index($0, name) && />:$/ { inside = 1; next }
    inside && (/^$/ || />:$/) { inside = 0 }
    inside && /R_X86_64/ {
      target = $3; sub(/[-+]0x[0-9a-f]+$/, "", target)
      if (target !~ /^\.(rodata|LC)/) sub(/[0-9a-f]+ <.*/, target, line[count])
      sub(/0x[0-9a-f]+\(%rip\)/, "constant", line[count])
      next
    }
    inside {
      text = $0; sub(/^ *[0-9a-f]+:\t/, "", text); sub(/ *#.*/, "", text)
      if (text ~ /^(nop|xchg +%ax,%ax|data16|cs )/) next
      address[$1] = ++count; line[count] = text
    }
    END {
      for (i = 1; i <= count; ++i) {
        if (match(line[i], /^j[a-z]+ +[0-9a-f]+/)) {
          split(line[i], part, " ")
          at = address[part[2] ":"]
          if (!(at in label)) label[at] = ".L" ++labels
          line[i] = sprintf("%-8s%s", part[1], label[at])
        }
      }
      for (i = 1; i <= count; ++i) {
        if (i in label) printf "%s:\n", label[i]
        split(line[i], part, " +")
        operands = substr(line[i], length(part[1]) + 1); sub(/^ +/, "", operands)
        printf(operands == "" ? "    %s%s\n" : "    %-9s%s\n", part[1], operands)
      }
    }' "$folder/listing"
}

source_of() {  # <function>: its definition
  awk -v name="$1(" 'index($0, name) { inside = 1 } inside { print } inside && /^}/ { exit }' "$here/machine_code.cpp"
}

instructions() { grep -vc ':$' <<<"$1"; }

# A C++ block in a document is a program or says why it is none (tests/readme).
fence() { if [[ $1 == cpp ]]; then printf '<!-- fragment: machine_code.cpp -->\n'; fi; printf '```%s\n%s\n```\n' "$1" "$2"; }

cell() { printf '<td valign="top">\n\n'; fence "$1" "$2"; printf '\n</td>\n'; }

section() {  # <title> <name>
  local by_ctgrad by_hand
  by_ctgrad=$(listing "$2_by_ctgrad")
  by_hand=$(listing "$2_by_hand")
  printf '\n## %s\n\n<table>\n<tr><th>by ctgrad: %s instructions</th><th>by hand: %s</th></tr>\n' \
    "$1" "$(instructions "$by_ctgrad")" "$(instructions "$by_hand")"
  printf '<tr>\n'; cell cpp "$(source_of "$2_by_ctgrad")"; cell cpp "$(source_of "$2_by_hand")"
  printf '</tr>\n<tr>\n'; cell asm "$by_ctgrad"; cell asm "$by_hand"; printf '</tr>\n</table>\n'
}

version=$("$compiler" -dumpfullversion 2>/dev/null || "$compiler" -dumpversion)
used="$(basename "$compiler") $version ${flags[*]}"

columns() {  # <name>
  local by_ctgrad by_hand
  by_ctgrad=$(listing "$1_by_ctgrad")
  by_hand=$(listing "$1_by_hand")
  printf 'by ctgrad: %-21sby hand: %s\n\n' \
    "$(instructions "$by_ctgrad") instructions" "$(instructions "$by_hand")"
  paste -d '|' <(printf '%s\n' "$by_ctgrad") <(printf '%s\n' "$by_hand") |
    awk -F '|' '{ printf("%-32s%s\n", $1, $2) }' | sed 's/ *$//'
}

if [[ ${1:-} == readme ]]; then
  printf '```text\n%s\n\n' "$used"
  columns cubic
  printf '```\n'
  exit
fi

cat <<TEXT
# What the compiler makes of it

Gradients of four functions, of the last three with the value: by ctgrad on the left, by hand on the right,
above what \`$used\` makes of them. Printed from the object file of
[machine_code.cpp](machine_code.cpp) by [machine_code.sh](machine_code.sh). Nothing is left of the
library: no call into it, no loop, no heap. What to look for: the same products and sums on both sides,
and as many of them; where they differ, it is the order. The counts of more and larger functions, with
two compilers, are in [benchmarks.md](benchmarks.md).
TEXT
section 'x² y + 4 y' cubic
section 'relu(a + b c)' relu
section '(x + y + z) exp(x y z)' exponential
section 'The energy of a planet, p²/2 - 1/|q|' kepler
