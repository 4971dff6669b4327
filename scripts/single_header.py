#!/usr/bin/env python3
"""Writes all of ctgrad into one file:  scripts/single_header.py [FILE]

FILE is single_include/ctgrad_single.hpp unless another is given; - prints it. Every header appears
once, at the place where it is first included. What only some parts need stands behind #if, so that
a program reads no more than it asks for (PARTS). Needs Python 3.8 and nothing else.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INCLUDE = ROOT / "include"

# What a user may ask for, by the name of a macro, and the headers that this is. The first part is
# always there.
PARTS = {
    "": ["ctgrad/ctgrad.hpp"],
    "PRINT": ["ctgrad/diff/print.hpp"],
    "RECORD": ["ctgrad/record/record.hpp"],
    "BATCH": ["ctgrad/batch/batch.hpp"],
    "TEXT": ["ctgrad/text/parse.hpp"],
    "TEXT_BATCH": ["ctgrad/text/batch.hpp"],
    "CHECK": ["ctgrad/check/check_gradient.hpp", "ctgrad/check/detect_anomaly.hpp"],
    "NN": ["ctgrad/nn/nn.hpp"],
    "SPECIAL": ["ctgrad/op/special.hpp"],
    "EIGEN": ["ctgrad/eigen/eigen.hpp"],
}
NEED_MORE_THAN_BOOST = ["EIGEN"]

OWN_INCLUDE = re.compile(r"#include <(ctgrad/[^>]+)>\s*$")

TOP = """\
// ctgrad {version}: derivatives of C++ functions, in one file.
// Made by scripts/single_header.py from include/ctgrad: change those files, not this one.
//
// As it is, this file is <ctgrad/ctgrad.hpp>. To have more, define one or more of these before it
// is included:
//
{parts}
//
//   CTGRAD_WITH_ALL      all of them but {but}
//
// It needs C++20 and the headers of Boost 1.74 or newer: Hana always, Math for CTGRAD_WITH_SPECIAL.
// CTGRAD_WITH_EIGEN needs Eigen 3.4; CTGRAD_WITH_BATCH uses xsimd if CTGRAD_XSIMD is defined, and
// oneTBB if CTGRAD_PARALLEL is (with g++, link tbb).
//
{licence}
#pragma once

#ifdef CTGRAD_WITH_ALL
{all}
#endif
"""


def fail(message):
    sys.exit(f"single_header.py: {message}")


def lines_of(header):
    """The lines of a header, each with the own header that it includes, or None."""
    depth = 0
    for line in (INCLUDE / header).read_text(encoding="utf-8").splitlines():
        if re.match(r"#\s*if", line):
            depth += 1
        elif re.match(r"#\s*endif", line):
            depth -= 1
        included = OWN_INCLUDE.match(line)
        if included and depth:
            fail(f"{header} includes {included[1]} only under a condition")
        if line != "#pragma once":
            yield line, included and included[1]


def reach(header, reached):
    """Adds a header and all that it includes to a set."""
    if header not in reached:
        reached.add(header)
        for _, included in lines_of(header):
            if included:
                reach(included, reached)
    return reached


def conditions():
    """For each header the #if it stands behind: the parts that need it."""
    needs = {part: set() for part in PARTS}
    for part, headers in PARTS.items():
        for header in headers:
            reach(header, needs[part])
    condition = {}
    for path in sorted(INCLUDE.rglob("*.hpp")):
        header = path.relative_to(INCLUDE).as_posix()
        parts = [part for part in PARTS if header in needs[part]]
        if not parts:
            fail(f"{header} belongs to no part: include it in a header of one")
        condition[header] = "" if "" in parts else " || ".join(
            f"defined(CTGRAD_WITH_{part})" for part in parts)
    return condition


def pieces(header, seen):
    """Pieces of text, each with the header that it is from, includes replaced by their pieces."""
    if header in seen:
        return
    seen.add(header)
    text = [f"// ---- {header}"]
    for line, included in lines_of(header):
        if not included:
            text.append(line)
        elif included not in seen:
            yield header, text
            yield from pieces(included, seen)
            text = [f"// ---- {header}, continued"]
    yield header, text


def is_empty(text):
    """Nothing but blank lines below the mark of a continued header?"""
    return text[0].endswith("continued") and not any(line.strip() for line in text[1:])


def body():
    """All headers, with an #if wherever the condition changes."""
    condition = conditions()
    seen, lines, current = set(), [], ""
    for header in (header for part in PARTS.values() for header in part):
        for owner, text in pieces(header, seen):
            if is_empty(text):
                continue
            if condition[owner] != current:
                lines += ["#endif"] if current else []
                lines += [f"#if {condition[owner]}"] if condition[owner] else []
                current = condition[owner]
            lines += text
    lines += ["#endif"] if current else []
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def version():
    text = (INCLUDE / "ctgrad/version.hpp").read_text(encoding="utf-8")
    return ".".join(re.findall(r"#define CTGRAD_VERSION_[A-Z]+ (\d+)", text))


def top():
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8").rstrip().splitlines()
    parts = [part for part in PARTS if part]
    return TOP.format(
        version=version(),
        parts="\n".join(f"//   CTGRAD_WITH_{part:8} " + " ".join(f"<{h}>" for h in PARTS[part])
                        for part in parts),
        but=", ".join(f"CTGRAD_WITH_{part}" for part in NEED_MORE_THAN_BOOST),
        licence="\n".join(f"// {line}".rstrip() for line in ["SPDX-License-Identifier: BSL-1.0", "",
                                                             *licence]),
        all="\n".join(f"#undef CTGRAD_WITH_{part}\n#define CTGRAD_WITH_{part}" for part in parts
                      if part not in NEED_MORE_THAN_BOOST))


def main():
    if len(sys.argv) > 2 or sys.argv[1:] in (["-h"], ["--help"]):
        sys.exit(__doc__)
    target = sys.argv[1] if sys.argv[1:] else ROOT / "single_include/ctgrad_single.hpp"
    text = f"{top()}\n{body()}\n"
    if target == "-":
        sys.stdout.write(text)
    else:
        Path(target).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
