#!/usr/bin/env python3
"""Measures what scripts/benchmarks.sh has built and writes results.json.

    benchmarks/run.py --out FILE [--quick] [--minutes N] NAME=BUILD_FOLDER...

NAME is that of a compiler, g++ or clang++.

Every engine is a program of its own (benchmarks/field/run.hpp). First all of them compare
themselves with what was written by hand; then rounds of short runs, a process for one workload of
one engine, go round all of them in an order that is shuffled anew, so that whatever else the
machine does meets all alike, and nobody meets the memory that another workload has left behind.
What is kept is the median of processor time over the rounds, with both quartiles.
"""
import argparse
import datetime
import json
import os
import platform
import random
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

MEMORY = ["chain_1000000", "rosenbrock_100000"]


def say(text):
    print(text, file=sys.stderr, flush=True)


def output_of(command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


class Progress:
    """Prints what is done and how long the rest will take."""

    def __init__(self, steps):
        self.steps, self.done, self.begin = steps, 0, time.monotonic()

    def step(self, what):
        self.done += 1
        if self.done % max(self.steps // 100, 1):
            return
        taken = time.monotonic() - self.begin
        left = taken / self.done * (self.steps - self.done)
        say(f"   {self.done:4}/{self.steps} {what:40} {left:5.0f} s left")


# -- what there is -------------------------------------------------------------------------------

def first_line(path, key):
    try:
        with open(path, encoding="utf-8") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith(key))
    except (OSError, StopIteration):
        return ""


def machine():
    memory = first_line("/proc/meminfo", "MemTotal").split()
    system = platform.platform()
    try:
        with open("/etc/os-release", encoding="utf-8") as file:
            system = re.search(r'PRETTY_NAME="(.*)"', file.read()).group(1)
    except (OSError, AttributeError):
        pass
    return {"processor": first_line("/proc/cpuinfo", "model name") or platform.processor(),
            "cores": os.cpu_count(), "system": f"{system}, {platform.machine()}",
            "gigabytes": round(int(memory[0]) / 2**20) if memory else 0}


def programs_in(folder):
    found = []
    for here, _, files in sorted(os.walk(os.path.join(folder, "benchmarks", "field"))):
        found += [os.path.join(here, name) for name in sorted(files)
                  if name.startswith("field_") and os.access(os.path.join(here, name), os.X_OK)]
    return found


def compiler_version(folder):
    with open(os.path.join(folder, "CMakeCache.txt"), encoding="utf-8") as file:
        cache = dict(re.findall(r"^(\w+):\w+=(.*)$", file.read(), re.M))
    version = output_of([cache["CMAKE_CXX_COMPILER"], "--version"]).splitlines()[0]
    flags = f"-std=c++20 {cache.get('CMAKE_CXX_FLAGS', '')} {cache['CMAKE_CXX_FLAGS_RELEASE']}"
    return version, " ".join(flags.split())


def engine_of(program):
    """Its description, once it has shown that it agrees with what was written by hand."""
    with tempfile.TemporaryDirectory() as folder:
        check = subprocess.run([os.path.abspath(program), "--check"], capture_output=True,
                               text=True, cwd=folder)
    if check.returncode != 0:
        say(f"   {os.path.basename(program)} is left out: {check.stderr.strip()[-300:]}")
        return None
    described = json.loads(output_of([program, "--describe"]))
    return {"program": program, "version": described["version"], "name": described["engine"],
            "workloads": described["workloads"]}


# -- times ---------------------------------------------------------------------------------------

def time_of(program, key, min_time, folder):
    """Nanoseconds of an evaluation, after it was checked again; files may be left in the folder."""
    command = [os.path.abspath(program), "--benchmark_format=json", f"--benchmark_filter=^{key}$",
               f"--benchmark_min_time={min_time}"]
    run, = json.loads(output_of(command, cwd=folder))["benchmarks"]
    return run["cpu_time"] * {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}[run["time_unit"]]


def quartiles(samples):
    low, middle, high = (statistics.quantiles(samples, n=4, method="inclusive")
                         if len(samples) > 1 else samples * 3)
    return [float(f"{x:.5g}") for x in (middle, low, high)]


def measure_times(compilers, rounds, min_time, minutes):
    """At most so many rounds in so many minutes, and three at least. What takes more than a second
    with its preparation takes part in every third round. Returns the number of rounds."""
    engines = [engine for compiler in compilers.values() for engine in compiler["engines"]]
    jobs = [(engine, w["key"], w["points"], []) for engine in engines for w in engine["workloads"]
            if not w["refusal"]]
    begin, slow, done = time.monotonic(), set(), 0
    with tempfile.TemporaryDirectory() as folder:
        while done < min(rounds, 3) or (done < rounds and
                                        time.monotonic() - begin < 60 * minutes):
            random.shuffle(jobs)
            now = [job for job in jobs if done % 3 == 0 or (id(job[0]), job[1]) not in slow]
            progress = Progress(len(now))
            for engine, key, points, samples in now:
                start = time.monotonic()
                samples.append(time_of(engine["program"], key, min_time, folder) / points)
                if time.monotonic() - start > 1:
                    slow.add((id(engine), key))
                progress.step(f"round {done + 1} of {rounds}: {engine['name']}, {key}")
            done += 1
    for engine, key, _, samples in jobs:
        engine.setdefault("times", {})[key] = quartiles(samples)
    return done


# -- memory and compilers ------------------------------------------------------------------------

def measure_memory(engine):
    taken = {w["key"] for w in engine["workloads"] if not w["refusal"]}
    program = os.path.abspath(engine["program"])
    with tempfile.TemporaryDirectory() as folder:
        engine["kilobytes"] = {key: int(output_of([program, "--memory", key], cwd=folder))
                               for key in MEMORY if key in taken}


def compile_once(command, folder):
    """Seconds, megabytes of the compiler and bytes of the object: text and data, without debug."""
    with tempfile.TemporaryDirectory() as target:
        path = os.path.join(target, "x.o")
        process = subprocess.Popen(command + ["-o", path], cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            raise SystemExit(f"{' '.join(command)} fails")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.path.getsize(path)


def command_of(entry):
    words = shlex.split(entry["command"])
    if os.path.basename(words[0]) in ("ccache", "sccache"):
        words = words[1:]
    at = words.index("-o")
    return words[:at] + words[at + 2:]


def measure_compiler(folder, best_of):
    """The fastest of some runs, of fewer where one takes long."""
    with open(os.path.join(folder, "compile_commands.json"), encoding="utf-8") as file:
        entries = [e for e in json.load(file) if "/field/compile/" in e["file"]]
    found = {}
    for entry in entries:
        runs = []
        while len(runs) < best_of and sum(seconds for seconds, _, _ in runs) < 3:
            runs.append(compile_once(command_of(entry), entry["directory"]))
        seconds, megabytes, size = min(runs)
        name = os.path.splitext(os.path.basename(entry["file"]))[0]
        found[name] = {"seconds": round(seconds, 2), "megabytes": round(megabytes), "bytes": size}
        say(f"   {name}: {seconds:.2f} s")
    return found


# -- the other programs --------------------------------------------------------------------------

def measure_batches(folder, quick):
    """Medians of benchmark_batch in microseconds: {workload: {engine: time}}."""
    with tempfile.TemporaryDirectory() as target:
        path = os.path.join(target, "batch.json")
        subprocess.run([os.path.join(folder, "benchmarks", "benchmark_batch"),
                        f"--benchmark_out={path}", "--benchmark_out_format=json",
                        f"--benchmark_repetitions={3 if quick else 5}",
                        f"--benchmark_min_time={0.001 if quick else 0.005}"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(path, encoding="utf-8") as file:
            runs = json.load(file)["benchmarks"]
    found = {}
    for run in runs:
        if run.get("aggregate_name") != "median":
            continue
        real = run["run_name"].endswith("/real_time")
        workload, engine = run["run_name"].removesuffix("/real_time").rsplit("/", 1)
        nanoseconds = run["real_time" if real else "cpu_time"]
        key = engine + (" by the clock" if real else "")
        found.setdefault(workload, {})[key] = float(f"{nanoseconds / 1000:.4g}")
    return found


def measure_recordings(folder, quick):
    """Rows of benchmark_record: operations, microseconds of Value, record, derive and replay."""
    lines = output_of([os.path.join(folder, "benchmarks", "benchmark_record"),
                       "5" if quick else "50"]).splitlines()[2:]
    rows = [line.rsplit(maxsplit=9) for line in lines]
    return {name: [float(x) for x in numbers[:5]] for name, *numbers in rows}


def count_operations(folder):
    """The tables of benchmark_operations as lists of rows."""
    tables = []
    for line in output_of([os.path.join(folder, "benchmarks",
                                        "benchmark_operations")]).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) < 2 or cells[1].startswith("--"):
            continue
        if cells[1] == "value":
            tables.append([])
        tables[-1].append(cells)
    return tables


# -- all of it -----------------------------------------------------------------------------------

def workloads_of(compilers):
    keep = ("key", "title", "kind", "inputs", "outputs", "operations")
    some = next(iter(compilers.values()))["engines"][0]
    return [{name: workload[name] for name in keep} for workload in some["workloads"]]


def measure(folders, quick, minutes):
    compilers = {}
    for name, folder in folders.items():
        say(f"== {name}: every engine against what was written by hand")
        version, flags = compiler_version(folder)
        engines = [engine for engine in map(engine_of, programs_in(folder)) if engine]
        compilers[name] = {"version": version, "flags": flags, "engines": engines}
    rounds, min_time = (2, 0.0005) if quick else (9, 0.003)
    say("== times: rounds of all engines")
    rounds = measure_times(compilers, rounds, min_time, minutes)
    for name, folder in folders.items():
        say(f"== {name}: memory, compile time, batches, recordings")
        compiler = compilers[name]
        for engine in compiler["engines"]:
            measure_memory(engine)
        compiler["compile"] = measure_compiler(folder, 1 if quick else 2)
        compiler["batches"] = measure_batches(folder, quick)
        compiler["recordings"] = measure_recordings(folder, quick)
    return {"date": datetime.date.today().isoformat(), "quick": quick, "rounds": rounds,
            "machine": machine(), "workloads": workloads_of(compilers),
            "operations": count_operations(next(iter(folders.values()))),
            "compilers": compilers}


def tidy(results):
    """Engines by name, without what is told elsewhere, and no path of this machine."""
    for compiler in results["compilers"].values():
        engines = {}
        for engine in compiler["engines"]:
            program = os.path.basename(engine.pop("program")).removeprefix("field_")
            points = {w["key"]: w["points"] for w in engine["workloads"] if w["points"] > 1}
            refusals = {w["key"]: w["refusal"] for w in engine.pop("workloads") if w["refusal"]}
            engines[engine.pop("name")] = {"program": program, **engine, "points": points,
                                           "refusals": refusals}
        compiler["engines"] = engines
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--minutes", type=float, default=15, help="for all rounds of times")
    parser.add_argument("folders", nargs="+", metavar="NAME=FOLDER")
    options = parser.parse_args()
    folders = dict(folder.split("=", 1) for folder in options.folders)
    begin = time.monotonic()
    results = tidy(measure(folders, options.quick, options.minutes))
    os.makedirs(os.path.dirname(os.path.abspath(options.out)), exist_ok=True)
    with open(options.out, "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1, sort_keys=True)
        file.write("\n")
    say(f"== {options.out}, after {time.monotonic() - begin:.0f} s")


if __name__ == "__main__":
    main()
