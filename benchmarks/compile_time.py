#!/usr/bin/env python3
"""What the library costs the compiler: seconds, peak megabytes and bytes of object code.

    benchmarks/compile_time.py [--include DIR] [--plot FILE.svg] [--best-of N]

Gradients of generated functions of growing length, over the empty file; prints Markdown and fits
the exponent b of time (or memory) beyond the include = a * operations^b where they are unrolled.
"""
import argparse
import math
import os
import shutil
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LENGTHS = [100, 200, 300, 400, 500, 660]  # operations; 660 are 1,982 instructions, of 2,000
INTERPRETED = [700, 20000]
LEVELS = ["-O2", "-O2 -g"]
# clang counts the steps of a constant evaluation, and its own limit is enough for 500 operations.
MORE = {"clang++": ["-fconstexpr-steps=2000000"]}

# Per step 4 operations on 8 inputs, among them one that calls the mathematical library.
GRADIENT = """#include <ctgrad/ctgrad.hpp>
constexpr auto f = [](const auto& x) {
  auto s = x[0] * x[1];
  for (std::size_t i = 0; i < %d; ++i) s = s * x[i %% 8] + exp(x[(i + 3) %% 8] * s);
  return s;
};
auto g(const std::array<double, 8>& x) { return ctgrad::gradient(f)(x); }
"""


def sources():
    yield "empty file", ""
    yield "include", "#include <ctgrad/ctgrad.hpp>\n"
    for length in LENGTHS + INTERPRETED:
        yield length, GRADIENT % (length // 4)


def object_bytes(path):
    """The file, and the zeros that it asks for (.bss), if binutils can tell."""
    try:
        zeros = subprocess.run(["size", path], capture_output=True, text=True).stdout.split()[8]
    except (OSError, IndexError):
        zeros = 0
    return os.path.getsize(path) + int(zeros)


def compile_once(command, source):
    with tempfile.TemporaryDirectory() as folder:
        path, target = os.path.join(folder, "x.cpp"), os.path.join(folder, "x.o")
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
        process = subprocess.Popen(command + ["-c", path, "-o", target])
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            raise SystemExit(f"{' '.join(command)} fails")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, object_bytes(target)


def measure(command, best_of):
    return {name: min(compile_once(command, source) for _ in range(best_of))
            for name, source in sources()}


def exponent(rows, column, lengths=LENGTHS):
    """The slope of log(cost beyond the include) over log(operations), by least squares."""
    points = [(math.log(n), math.log(max(rows[n][column] - rows["include"][column], 1e-3)))
              for n in lengths]
    x_mean = sum(x for x, _ in points) / len(points)
    y_mean = sum(y for _, y in points) / len(points)
    return (sum((x - x_mean) * (y - y_mean) for x, y in points) /
            sum((x - x_mean) ** 2 for x, _ in points))


def table(results):
    for (compiler, level), rows in results.items():
        print(f"\n| {compiler} {level} | s | MB | object bytes |\n|---|---:|---:|---:|")
        for name, (seconds, megabytes, size) in rows.items():
            label = f"gradient of {name:,} operations" if isinstance(name, int) else name
            print(f"| {label} | {seconds:.2f} | {megabytes:.0f} | {size:,} |")
        for lengths in LENGTHS, LENGTHS[1:]:  # passes look at the shortest of these only
            time, memory = exponent(rows, 0, lengths), exponent(rows, 1, lengths)
            print(f"| exponent from {lengths[0]} on | {time:.2f} | {memory:.2f} | |")


# -- the picture -------------------------------------------------------------------------------

COLOURS = {"g++": "#0072b2", "clang++": "#d55e00"}
LEFT, TOP, WIDTH, HEIGHT = 62, 62, 430, 260


def plot(results, path):
    top = math.ceil(max(rows[n][0] for rows in results.values() for n in LENGTHS + INTERPRETED))
    position = {n: LEFT + 0.75 * WIDTH * n / LENGTHS[-1] for n in [0] + LENGTHS}
    for number, n in enumerate(INTERPRETED):
        position[n] = LEFT + WIDTH + 70 * number
    right = position[INTERPRETED[-1]]

    def y(seconds):
        return TOP + HEIGHT * (1 - seconds / top)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" '
           f'height="400" font-family="sans-serif" font-size="12" fill="#333">',
           '<rect width="640" height="400" fill="#fff"/>',
           f'<text x="{LEFT}" y="26" font-size="15" font-weight="bold">Seconds to compile a '
           'gradient</text>',
           f'<text x="{LEFT}" y="44" fill="#777">a whole file, with its include, by the operations '
           'of the function</text>']
    step = 1 if top <= 6 else 2
    for tick in range(0, top + 1, step):
        out.append(f'<line x1="{LEFT}" x2="{right + 20}" y1="{y(tick):.1f}" '
                   f'y2="{y(tick):.1f}" stroke="#ddd"/>'
                   f'<text x="{LEFT - 10}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick}</text>')
    for n, x in position.items():
        label = "include" if n == 0 else f"{n:,}"
        out.append(f'<text x="{x:.1f}" y="{TOP + HEIGHT + 20}" text-anchor="middle">{label}</text>')
    out.append(f'<text x="{right - 35:.1f}" y="{TOP + HEIGHT + 35}" text-anchor="middle" '
               'fill="#777">interpreted</text>')
    for number, ((compiler, level), rows) in enumerate(results.items()):
        colour = COLOURS.get(compiler, "#009e73")
        dash = ' stroke-dasharray="5 4"' if "-g" in level else ""
        ends = [(position[n], y(rows[n or "include"][0])) for n in [0] + LENGTHS]
        line = " ".join(f"{x:.1f},{height:.1f}" for x, height in ends)
        out.append(f'<polyline points="{line}" fill="none" stroke="{colour}" '
                   f'stroke-width="2"{dash}/>')
        apart = 9 * (number - (len(results) - 1) / 2)  # markers beside each other
        for x, height in ends + [(position[n] + apart, y(rows[n][0])) for n in INTERPRETED]:
            fill = "#fff" if "-g" in level else colour
            out.append(f'<circle cx="{x:.1f}" cy="{height:.1f}" r="3.5" fill="{fill}" '
                       f'stroke="{colour}" stroke-width="1.5"/>')
        x = LEFT + 138 * number
        out.append(f'<line x1="{x}" x2="{x + 26}" y1="382" y2="382" stroke="{colour}" '
                   f'stroke-width="2"{dash}/><text x="{x + 33}" y="386">{compiler} {level}</text>')
    out.append("</svg>\n")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--include", default=os.path.join(HERE, "..", "include"))
    parser.add_argument("--plot")
    parser.add_argument("--best-of", type=int, default=3)
    options = parser.parse_args()
    results = {}
    for compiler in filter(shutil.which, ["g++", "clang++"]):
        for level in LEVELS:
            command = [compiler, "-std=c++20", *level.split(), *MORE.get(compiler, []),
                       "-I" + options.include]
            results[compiler, level] = measure(command, options.best_of)
    table(results)
    if options.plot:
        plot(results, options.plot)


if __name__ == "__main__":
    main()
