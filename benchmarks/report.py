#!/usr/bin/env python3
"""Writes tables, plots and pages from results of scripts/benchmarks.sh.

    benchmarks/report.py                        docs/benchmarks.md, what is in docs/benchmarks, and
                                                the table in README.md, from results.json there
    benchmarks/report.py --check                the same, but only compares; says what differs
    benchmarks/report.py --results FILE --out FOLDER    results.md, results.csv and plots of a run

The words of docs/benchmarks.md are in benchmarks/page.template, with {{name}} where a table goes.
"""
import argparse
import json
import math
import os
import re
import sys

import losses
import plots
from engines import CTGRAD, HIDDEN, OWN, PEERS, is_forward_row, kind_of

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
DOCS = os.path.join(ROOT, "docs", "benchmarks")


# -- numbers and tables --------------------------------------------------------------------------

def nanoseconds(x):
    for unit, size in (("M", 1e6), ("k", 1e3)):
        if x >= size:
            return f"{x / size:.3g}{unit}" if x < 999.5 * size else f"{x / size:.0f}{unit}"
    return f"{x:.3g}" if x < 999.5 else f"{x:.0f}"


def ratio(x):
    return f"{x:.2f}" if x < 9.995 else f"{x:.1f}" if x < 99.95 else f"{x:,.0f}"


def table(head, rows):
    lines = [head, ["---"] + ["---:"] * (len(head) - 1)] + rows
    return "\n".join("| " + " | ".join(line) + " |" if line[0] != "---" else
                     "|" + "|".join(line) + "|" for line in lines)


def time_of(compiler, engine, key):
    times = compiler["engines"].get(engine, {}).get("times", {}).get(key)
    return times[0] if times else None


def over(compiler, engine, other, key):
    a, b = time_of(compiler, engine, key), time_of(compiler, other, key)
    return a / b if a and b else None


def cell(x):
    return "–" if x is None else ratio(x)


# -- the tables of the field ---------------------------------------------------------------------

def present(compiler, names):
    return [name for name in names if name in compiler["engines"]]


def table_of_ctgrad(results, compiler):
    names = present(compiler, CTGRAD)
    rows = []
    for workload in results["workloads"]:
        key = workload["key"]
        middle, low, high = compiler["engines"]["hand"]["times"][key]
        rows.append([workload["title"], nanoseconds(time_of(compiler, "value", key)),
                     nanoseconds(middle), f"{nanoseconds(low)} to {nanoseconds(high)}"] +
                    [cell(over(compiler, name, "hand", key)) for name in names])
    return table(["", "value, ns", "hand, ns", "quartiles"] + names, rows)


def table_of_peers(results, compiler, kinds):
    names = [n for n in present(compiler, PEERS) if kind_of(n) in kinds]
    ours = {"tape": "Value", "replay": "recording", "forward": "dual"}
    first = [ours[kind] for kind in kinds]
    rows = [[w["title"]] + [cell(over(compiler, name, "hand", w["key"])) for name in first + names]
            for w in results["workloads"] if kinds != ["forward"] or is_forward_row(w)]
    return table([""] + [f"**{name}**" for name in first] + names, rows)


def table_of_own_texts(results, compiler):
    """Only rows where another library has a text of its own."""
    names = present(compiler, OWN)
    rows = [[w["title"]] + [cell(over(compiler, name, "hand", w["key"]))
                            for name in ["fused", "recording"] + names]
            for w in results["workloads"]
            if any(time_of(compiler, name, w["key"]) for name in names)]
    return table(["", "**fused**", "**recording**"] + names, rows)


def table_of_values(results, compiler):
    names = present(compiler, CTGRAD)
    rows = []
    for w in results["workloads"]:
        others = [(over(compiler, p, "value", w["key"]), p) for p in present(compiler, PEERS)]
        best = min([o for o in others if o[0]], default=(None, ""))
        rows.append([w["title"]] +
                    [cell(over(compiler, name, "value", w["key"])) for name in ["hand"] + names] +
                    [f"{cell(best[0])} {best[1]}".strip()])
    return table(["", "hand"] + names + ["best other library"], rows)


def bytes_per_operation(results, compiler, engine, key):
    """Above what the value alone takes; nothing if it cannot be seen."""
    peak = compiler["engines"][engine]["kilobytes"].get(key)
    base = compiler["engines"]["value"]["kilobytes"].get(key)
    operations = next(w["operations"] for w in results["workloads"] if w["key"] == key)
    return None if not peak or not base else max(peak - base, 0) * 1024 / operations


def table_of_memory(results, compiler):
    keys = ["chain_1000000", "rosenbrock_100000"]
    rows = []
    for name in ["hand"] + present(compiler, CTGRAD) + present(compiler, PEERS + OWN):
        found = [bytes_per_operation(results, compiler, name, key) for key in keys]
        if any(x is not None for x in found):
            rows.append([name] + ["–" if x is None else f"{x:.1f}" for x in found])
    return table(["bytes per operation", "chain, 1000000 steps", "Rosenbrock, n = 100000"], rows)


def table_of_compilers(results):
    names = list(results["compilers"])
    first = results["compilers"][names[0]]["compile"]
    order = {e["program"]: n for c in results["compilers"].values()
             for n, e in c["engines"].items()}
    keys = sorted({k for c in results["compilers"].values() for k in c["compile"]},
                  key=lambda k: (first.get(k, {"seconds": math.inf})["seconds"], k))
    rows = []
    for key in keys:
        row = [order.get(key, key)]
        for name in names:
            found = results["compilers"][name]["compile"].get(key)
            row += ([f"{found['seconds']:.2f}", str(found["megabytes"]),
                     f"{found['bytes'] / 1000:.1f}"] if found else ["–"] * 3)
        rows.append(row)
    return table([""] + [f"{name}{what}" for name in names for what in (", s", " MB", " kB")], rows)


def table_of_batches(compiler):
    rows = []
    for workload, times in compiler["batches"].items():
        if not {"hand", "batch", "Value"} <= set(times):
            continue
        rows.append([workload] + [f"{times[name]:.4g}" for name in ("hand", "Value", "batch")] +
                    [ratio(times["batch"] / times["hand"]), ratio(times["Value"] / times["batch"])])
    return table(["µs", "hand", "Value", "batch", "batch / hand", "Value / batch"], rows)


def table_of_recordings(compiler):
    rows = [[name, f"{n:,.0f}"] + [f"{x:.4g}" for x in (value, record, derive, replay)] +
            [ratio(x / value) for x in (record, record + derive, replay)]
            for name, (n, value, record, derive, replay) in compiler["recordings"].items()]
    return table(["µs", "operations", "Value", "record", "differentiate", "replay",
                  "record / Value", "with derivative", "replay / Value"], rows)


def tables_of_operations(results):
    return "\n\n".join(table(rows[0], rows[1:]) for rows in results["operations"])


# -- tables of other files -----------------------------------------------------------------------

APART = ["relu_plain", "black_scholes_plain", "neuron_plain", "black_scholes_closed_form"]


def tables_of_instructions():
    """From instructions.bounds, which a test holds to be what is counted."""
    columns = {}
    with open(os.path.join(HERE, "instructions.bounds"), encoding="utf-8") as file:
        for line in file:
            bound, compiler, workload, flags = line.split(maxsplit=3)
            columns.setdefault((flags.strip(), compiler), {})[workload] = float(bound)
    order = list(dict.fromkeys(flags for flags, _ in columns))
    keys = sorted(columns, key=lambda k: order.index(k[0]))
    workloads = list(columns[keys[0]])
    head = [""] + [f"{c.replace('-', ' ').replace('++ 14', ' 14')} {f}".replace(
        "-march=x86-64-v3", "v3").replace(" -ffp-contract=off", ", no FMA") for f, c in keys]

    def rows(names):
        return [[w.replace("_", " ")] + [f"{columns[k][w]:.2f}" for k in keys] for w in names]

    counted = [w for w in workloads if w not in APART]
    mean = [math.exp(sum(math.log(columns[k][w]) for w in counted) / len(counted)) for k in keys]
    worst = [max(columns[k][w] for w in counted) for k in keys]
    totals = [["**geometric mean**"] + [f"**{x:.3f}**" for x in mean],
              ["**worst**"] + [f"**{x:.2f}**" for x in worst]]
    return {"instructions": table(head, rows(counted) + totals),
            "instructions_apart": table(head, rows(APART))}


def older_tables():
    with open(os.path.join(DOCS, "older.json"), encoding="utf-8") as file:
        return {name: table(t["head"], t["rows"]) for name, t in json.load(file).items()}


# -- the parts of a page -------------------------------------------------------------------------

def machine(results):
    m = results["machine"]
    lines = [f"{m['processor']}, {m['cores']} cores, {m['gigabytes']} GB, {m['system']}; "
             f"{results['date']}; medians of {results['rounds']} interleaved rounds" +
             (" of a quick try: no more than a first impression." if results["quick"] else ".")]
    lines += [f"* {name}: {c['version']}, `{c['flags']}`"
              for name, c in results["compilers"].items()]
    versions = {name: engine["version"] for c in results["compilers"].values()
                for name, engine in c["engines"].items() if name in PEERS + OWN}
    lines.append("* " + ", ".join(f"{name} {versions[name]}" for name in PEERS + OWN
                                  if name in versions))
    return "\n".join(lines)


def spread(results):
    """How far apart the quartiles are, in parts of the median."""
    widths = sorted((high - low) / middle for c in results["compilers"].values()
                    for e in c["engines"].values() for middle, low, high in e["times"].values())
    return (f"{100 * widths[len(widths) // 2]:.0f} % of the median in the middle of all rows, "
            f"{100 * widths[int(0.95 * len(widths))]:.0f} % or less in 19 of 20")


def refusals(results):
    found = {}
    titles = {w["key"]: w["title"] for w in results["workloads"]}
    for compiler in results["compilers"].values():
        for name, engine in compiler["engines"].items():
            for key, why in engine["refusals"].items():
                found.setdefault((name, why), {})[titles[key]] = True
    return "\n".join(f"* {name}: {', '.join(keys)}: {why}." for (name, why), keys in found.items())


def parts(results, strict=True):
    """Every {{name}} of the template. Tables of a compiler come one after the other."""
    each = results["compilers"].items()

    def by_compiler(make):
        return "\n\n".join(f"{name}:\n\n{make(c)}" for name, c in each)

    found = {
        "machine": machine(results), "spread": spread(results), "refusals": refusals(results),
        "ctgrad": by_compiler(lambda c: table_of_ctgrad(results, c)),
        "tapes": by_compiler(lambda c: table_of_peers(results, c, ["tape"])),
        "replays": by_compiler(lambda c: table_of_peers(results, c, ["replay"])),
        "forward": by_compiler(lambda c: table_of_peers(results, c, ["forward"])),
        "own": by_compiler(lambda c: table_of_own_texts(results, c)),
        "values": by_compiler(lambda c: table_of_values(results, c)),
        "memory": by_compiler(lambda c: table_of_memory(results, c)),
        "compilers": table_of_compilers(results),
        "batches": by_compiler(table_of_batches),
        "recordings": by_compiler(table_of_recordings),
        "operations": tables_of_operations(results),
        "losses": losses.table(results, strict), "readme": readme(results)}
    return found


def readme(results):
    """Ten rows with the fastest of the other libraries beside ctgrad."""
    rows = ["relu", "exponential", "black_scholes", "camera", "rosenbrock_10", "rosenbrock_1000",
            "chain_1000", "network_tanh", "log_sum_exp", "rosenbrock_hessian"]
    name, compiler = next(iter(results["compilers"].items()))
    titles = {w["key"]: w["title"] for w in results["workloads"]}
    lines = []
    for key in rows:
        others = [(time_of(compiler, p, key), p) for p in present(compiler, PEERS)]
        best = min([o for o in others if o[0]], default=None)
        hand = time_of(compiler, "hand", key)
        lines.append([titles[key], nanoseconds(hand)] +
                     [cell(over(compiler, e, "hand", key))
                      for e in ("static", "Value", "fused", "recording", "dual")] +
                     [f"{ratio(best[0] / hand)} {best[1]}" if best else "–"])
    head = ["", "by hand, ns", "static", "Value", "fused", "recording", "dual",
            "fastest other library"]
    m = results["machine"]
    return (table(head, lines) + f"\n\nTime of value and derivatives as a multiple of what was "
            f"written by hand, other libraries with the same text; {compiler['version']}, "
            f"`{compiler['flags']}`, {m['processor']}, {results['date']}.")


def csv(results):
    lines = ["compiler,engine,version,workload,median_ns,lower_quartile_ns,upper_quartile_ns,"
             "times_hand,times_value"]
    for name, compiler in results["compilers"].items():
        for engine, e in compiler["engines"].items():
            for key, (middle, low, high) in e["times"].items():
                version = '"' + e["version"].replace('"', "'") + '"'
                lines.append(f"{name},{engine},{version},{key},{middle},{low},{high},"
                             f"{over(compiler, engine, 'hand', key):.4g},"
                             f"{over(compiler, engine, 'value', key):.4g}")
    return "\n".join(lines) + "\n"


def filled(template, values):
    return re.sub(r"\{\{(\w+)\}\}", lambda match: values[match.group(1)], template)


SHORT = """# Measurements

{{machine}}

{{ctgrad}}

{{tapes}}

{{replays}}

{{forward}}

{{own}}

{{values}}

{{memory}}

{{compilers}}

{{losses}}
"""


def pages(results):
    """Everything that is committed, as {path: text}."""
    values = {**parts(results), **tables_of_instructions(), **older_tables()}
    found = {os.path.join(DOCS, "results.csv"): csv(results)}
    for name, picture in plots.all_of(results).items():
        found[os.path.join(DOCS, name)] = picture
    with open(os.path.join(HERE, "page.template"), encoding="utf-8") as file:
        found[os.path.join(ROOT, "docs", "benchmarks.md")] = filled(file.read(), values)
    path = os.path.join(ROOT, "README.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    begin, end = "<!-- benchmarks -->", "<!-- end of benchmarks -->"
    if begin in text:
        head, rest = text.split(begin, 1)
        found[path] = f"{head}{begin}\n{values['readme']}\n{end}{rest.split(end, 1)[1]}"
    return found


def write(found):
    for path, text in found.items():
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def differences(found):
    for path, text in found.items():
        try:
            with open(path, encoding="utf-8") as file:
                same = file.read() == text
        except OSError:
            same = False
        if not same:
            yield os.path.relpath(path, ROOT)


def read(path):
    """Results with g++ first, without rows that are not shown and Markdown in titles."""
    with open(path, encoding="utf-8") as file:
        results = json.load(file)
    results["compilers"] = dict(sorted(results["compilers"].items(), reverse=True))
    results["workloads"] = [w for w in results["workloads"] if w["key"] not in HIDDEN]
    for workload in results["workloads"]:
        workload["title"] = workload["title"].replace("*", "·")
    for compiler in results["compilers"].values():
        for engine in compiler["engines"].values():
            for key in HIDDEN:
                engine["times"].pop(key, None)
                engine["refusals"].pop(key, None)
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--results", default=os.path.join(DOCS, "results.json"))
    parser.add_argument("--out")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    results = read(options.results)
    if options.out:
        found = {"results.csv": csv(results), "results.md": filled(SHORT, parts(results, False)),
                 **plots.all_of(results)}
        write({os.path.join(options.out, name): text for name, text in found.items()})
    elif options.check:
        for path in (different := list(differences(pages(results)))):
            print(f"{path} is not what benchmarks/report.py writes: run it")
        sys.exit(bool(different))
    else:
        write(pages(results))


if __name__ == "__main__":
    main()
