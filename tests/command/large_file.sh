#!/bin/sh
# A CSV file of many rows, written by awk, through the command with little memory; awk checks every
# row of what comes out. Each 4096th row is bad.
#   large_file.sh <command> <rows>
set -u
command=$1 rows=$2
limit=131072  # kibibytes of address space; the rows below are twice as many megabytes at 1e7

numbers() {
  awk -v rows="$rows" 'BEGIN {
    print "id,x,a,c"
    for (i = 1; i <= rows; ++i) {
      if (i % 4096 == 0) print i ",oops,2,3"
      else printf "%d,%.15g,%d,%d.5\n", i, i / 7, i % 11, i % 5
    }
  }'
}

check() {
  awk -F, -v rows="$rows" '
    function near(x, y) { return x - y <= 1e-12 * (y < 0 ? -y : y) && y - x <= 1e-12 * (y < 0 ? -y : y) }
    NR == 1 { if ($0 != "id,value,d_a,d_x,d_c") { print "first row: " $0; bad = 1; exit } next }
    {
      i = NR - 1; x = sprintf("%.15g", i / 7) + 0; a = i % 11; c = i % 5 + 0.5
      good = i % 4096 == 0 ? $0 == i ",,,," : \
             $1 == i && near($2, a * x + c * c) && near($3, x) && $4 == a && $5 == 2 * c
      if (!good) { print "row " i ": " $0; bad = 1; exit }
    }
    END { if (!bad && NR != rows + 1) { print NR - 1 " rows"; bad = 1 } exit bad }'
}

complaints=$(mktemp) || exit 1
trap 'rm -f "$complaints"' EXIT
numbers | {
  ulimit -v "$limit" || exit 1
  "$command" batch "a*x + c*c" - --keep id 2>"$complaints"
  echo "exit code $?" >>"$complaints"
} | check || { cat "$complaints"; exit 1; }

wanted="ctgrad: stdin: $((rows / 4096)) of $rows rows without results"
if [ $((rows / 4096)) -gt 20 ]; then wanted="$wanted; the first 20 are named above"; fi
said=$(tail -n 2 "$complaints")
if [ "$said" != "$wanted
exit code 1" ]; then
  cat "$complaints"
  exit 1
fi
first=$(head -n 1 "$complaints")
[ "$first" = "ctgrad: stdin, line 4097: field 2, 'oops', is no number" ]
