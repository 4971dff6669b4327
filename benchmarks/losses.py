"""The rows that ctgrad loses, from the data, each with a sentence why (losses.txt).

A row is lost if a library that works the same way, or for static what was written by hand, takes
less than 0.97 of the time of an engine of ctgrad. An entry without a sentence is an error.
"""
import os

from engines import RIVALS, is_forward_row

REASONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "losses.txt")


def reasons():
    """{(engine, workload): sentence}; a workload may be *, for all without a line."""
    found = {}
    with open(REASONS, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                engine, workload, sentence = line.strip().split(maxsplit=2)
                found[engine, workload] = sentence
    return found


def lost(compiler, engine, key):
    """The fastest rival of an engine that is faster, with the factor."""
    mine = compiler["engines"].get(engine, {}).get("times", {}).get(key)
    if not mine:
        return None
    others = [(compiler["engines"][name]["times"][key][0], name) for name in RIVALS[engine]
              if key in compiler["engines"].get(name, {}).get("times", {})]
    fastest = min(others, default=(None, None))
    if fastest[0] is None or fastest[0] > 0.97 * mine[0]:
        return None
    return mine[0] / fastest[0], fastest[1]


def table(results, strict=True):
    known = reasons() if os.path.exists(REASONS) else {}
    compilers = results["compilers"]
    lines, missing = [], []
    for workload in results["workloads"]:
        for engine in RIVALS:
            if engine == "dual" and not is_forward_row(workload):
                continue
            found = [lost(c, engine, workload["key"]) for c in compilers.values()]
            if not any(found):
                continue
            why = known.get((engine, workload["key"]), known.get((engine, "*"), ""))
            if not why:
                missing.append(f"{engine} {workload['key']}")
            cells = [f"{f[0]:.2f} {f[1]}" if f else "–" for f in found]
            lines.append("| " + " | ".join([workload["title"], engine] + cells + [why]) + " |")
    if missing and strict:
        raise SystemExit("benchmarks/losses.txt has no reason for: " + ", ".join(missing))
    head = ["", "engine"] + list(compilers) + ["why"]
    rule = ["---", "---"] + ["---:"] * len(compilers) + ["---"]
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "|".join(rule) + "|"] + lines)
