#!/usr/bin/env bash
# A tour of ctgrad in a few minutes:  scripts/demo.sh
# Builds the examples, runs them one after the other and draws their pictures into
# build/demo/pictures. Tools that are missing are installed first where that is permitted.
# The example of a Gaussian process is run where there is Eigen.
. "$(dirname "${BASH_SOURCE[0]}")/lib/setup.sh"

usage='usage: scripts/demo.sh
Builds the examples, runs them and draws pictures into build/demo/pictures.'
case ${1:-} in
  '') ;;
  -h | --help) printf '%s\n' "$usage"; exit 0 ;;
  *) give_up "$usage" ;;
esac

examples=(quickstart micrograd newton least_squares black_scholes taylor rosenbrock pendulum camera
  logistic_line own_op reading curve xor heat moons digits graph portfolio monte_carlo logistic
  moons_batch gauss_newton)
pictures=build/demo/pictures

draw() {
  local file
  for file in *.dot; do dot -Tsvg "$file" -o "${file%.dot}.svg" || return; done
  have librsvg2-bin || return 0
  for file in *.svg; do rsvg-convert "$file" -o "${file%.svg}.png" || return; done
}

need g++ cmake ninja-build libboost-dev graphviz -- librsvg2-bin libxsimd-dev libtbb-dev

step "configure" quietly build/log/demo.txt cmake --preset demo
if [[ $(cmake --build --preset demo --target help) == *example_eigen_gaussian_process:* ]]; then
  examples+=(eigen_gaussian_process)
fi
step "build the examples" \
  cmake --build --preset demo --parallel "$processors" --target "${examples[@]/#/example_}"

rm -rf "$pictures"
mkdir -p "$pictures"
cd "$pictures"
shopt -s nullglob
for example in "${examples[@]}"; do
  step "$example (examples/$example.cpp)" "../examples/example_$example"
done
step "draw the pictures" draw

say "pictures in $pictures"
for picture in *.svg *.png; do note "$picture"; done
