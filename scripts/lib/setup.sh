# shellcheck shell=bash
# Sourced by the scripts of this project. Says what is going on (step) and makes sure that the tools
# are there (need): missing Debian or Ubuntu packages are installed in one go where that is
# permitted, otherwise the script stops with their names before anything has been done. It never
# asks anything.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C
processors=$(getconf _NPROCESSORS_ONLN)
if command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
  # Objects that use a precompiled header are kept only if it is told that this is all right.
  export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}
fi

say() { printf '\n== %s\n' "$*"; }
note() { printf '   %s\n' "$*"; }
give_up() { printf '%s\n' "$@" >&2; exit 2; }

# step <what> <command>...: says what is done and how long it took.
step() {
  local what=$1 begin=$SECONDS
  shift
  say "$what"
  "$@" || { local code=$?; note "failed: $what"; return "$code"; }
  note "took $((SECONDS - begin)) s"
}

# quietly <log> <command>...: shows the output of a command only if it fails.
quietly() {
  local log=$1
  shift
  mkdir -p "${log%/*}"
  "$@" >"$log" 2>&1 </dev/null || { local code=$?; cat "$log" >&2; return "$code"; }
}

oldest() {  # <package>: the oldest version that will do
  case $1 in cmake) echo 3.25 ;; g++) echo 12 ;; clang) echo 14 ;; esac
}

version_of() {  # <package>: the version that is present; fails if none is
  case $1 in
    cmake) cmake --version | awk 'NR == 1 { print $3 }' ;;
    g++) g++ -dumpfullversion ;;
    clang) clang++ -dumpversion ;;
    ninja-build) command -v ninja ;;
    doxygen | gdb | lintian | pkg-config | python3) command -v "$1" ;;
    graphviz) command -v dot ;;
    librsvg2-bin) command -v rsvg-convert ;;
    libboost-dev) has_library "$1" boost/hana/tuple.hpp ;;
    libboost-test-dev) has_library "$1" boost/test/unit_test.hpp boost_unit_test_framework ;;
    libeigen3-dev) has_library "$1" eigen3/Eigen/Core ;;
    libxsimd-dev) has_library "$1" xsimd/xsimd.hpp ;;
    libtbb-dev) has_library "$1" tbb/version.h tbb ;;
    libclang-rt-dev) clang++ -fsanitize=address -x c++ -o /dev/null - <<<"int main() {}" ;;
    libadolc-dev) has_library "$1" adolc/adolc.h adolc ;;
    libtrilinos-sacado-dev) has_library "$1" trilinos/Sacado_mpl_apply.hpp ;;
    libceres-dev) has_library "$1" ceres/version.h ceres ;;
    libboost-math-dev) has_library "$1" boost/math/differentiation/autodiff.hpp ;;
    libtorch-dev) has_library "$1" c10/macros/cmake_macros.h c10 ;;
    libbenchmark-dev) has_library "$1" benchmark/benchmark.h benchmark ;;
  esac 2>/dev/null
}

# Can this be included and linked? A compiler knows best, the package database comes second.
has_library() {  # <package> <header> [<library>]
  [[ -n ${CMAKE_PREFIX_PATH:-}${Boost_ROOT:-} ]] && return  # CMake has been told where to look
  local cxx
  if cxx=$(command -v g++ || command -v clang++); then
    "$cxx" -std=c++20 -x c++ -fsyntax-only - <<<"#include <$2>" &&
      { [[ -z ${3:-} ]] || [[ $("$cxx" "-print-file-name=lib$3.so") == */* ]]; } && return
  fi
  dpkg-query -W -f '${Status}' "$1" | grep -q 'ok installed'
}

# Do programs with the thread sanitizer link, and run? (On some systems every one of them stops.)
can_find_races() {  # <compiler>
  local program=build/log/finds_races
  mkdir -p build/log
  "$1" -fsanitize=thread -x c++ -o "$program" - <<<"int main() {}" && "$program"
} >/dev/null 2>&1

is_enough() { printf '%s\n' "$(oldest "$1")" "$2" | sort -V -C; }  # <package> <version>

have() {  # <package>: present, and new enough
  local version
  version=$(version_of "$1") && is_enough "$1" "$version"
}

# complain <package>...: what is missing, what would do, and how to get it.
complain() {
  local package old=
  printf '\nctgrad cannot be built yet. These packages are missing or too old:\n'
  for package in "$@"; do
    case $package in
      cmake | g++ | clang)
        old=yes
        echo "  $package, version $(oldest "$package") or newer" \
          "(here: $(version_of "$package" || echo none))" ;;
      *) echo "  $package" ;;
    esac
  done
  printf '%s\n' 'Install them by hand; the names are those of Debian and Ubuntu:' \
    "  apt-get install $*"
  [[ -z $old ]] || printf '%s\n' \
    'Debian 12, Ubuntu 24.04 and later have them new enough. On an older system get a newer' \
    'cmake with "python3 -m pip install cmake" or from https://apt.kitware.com, and put a newer' \
    'compiler into PATH as g++ or clang++.'
}

# Sets `as_root` to what runs a command as root without asking; fails where that is not possible.
find_root() {
  as_root=()
  [[ $(id -u) == 0 ]] && return
  as_root=(sudo -n)
  sudo -n true 2>/dev/null
}

# Installs all or, if one of them would be too old, none.
apt_install() {
  local package candidate
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
             apt-get -qq -o DPkg::Lock::Timeout=120)
  quietly build/log/apt.txt "${apt[@]}" update || return
  for package in "$@"; do
    candidate=$(apt-cache show "$package" | awk '/^Version:/ && !v { v = $2 } END { print v }')
    candidate=${candidate#*:}
    is_enough "$package" "${candidate%%-*}" || return
  done
  quietly build/log/apt.txt "${apt[@]}" install -y --no-install-recommends "$@"
}

# get <package>...: installs those that are missing, if that is possible.
get() {
  local package missing=()
  for package in "$@"; do have "$package" || missing+=("$package"); done
  [[ ${#missing[@]} == 0 ]] && return
  if command -v apt-get >/dev/null && find_root; then
    step "install ${missing[*]}" apt_install "${missing[@]}" || true
  fi
}

# need <package>... [-- <package>...]: those after the -- are welcome, but can be done without.
need() {
  local package required=() missing=()
  while (($#)) && [[ $1 != -- ]]; do required+=("$1"); shift; done
  get "${required[@]}"
  for package in "${required[@]}"; do have "$package" || missing+=("$package"); done
  [[ ${#missing[@]} == 0 ]] || give_up "$(complain "${missing[@]}")"

  (($# == 0)) || shift
  get "$@"
  for package in "$@"; do
    have "$package" || note "going on without $package, which is missing or too old"
  done
}
