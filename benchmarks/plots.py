"""The plots of results.json as SVG that reads on light and dark pages."""
import math

from engines import CTGRAD, FORWARD, OWN, PEERS, TAPES, is_forward_row

STYLE = """<style>
text { font: 12px sans-serif; fill: #24292f } .quiet { fill: #57606a }
.title { font: bold 15px sans-serif }
.grid { stroke: #d0d7de } .line { fill: none; stroke-width: 2 }
%s
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .quiet { fill: #9198a1 } .grid { stroke: #3d444d }
%s
}
</style>"""
COLOURS = {"hand": ("#57606a", "#9198a1"), "static": ("#0a58ca", "#6cb6ff"),
           "Value": ("#c2410c", "#ff9d5c"), "fused": ("#b58900", "#f2cc60"),
           "recording": ("#15803d", "#56d364"), "batch": ("#7e22ce", "#d2a8ff"),
           "dual": ("#be185d", "#ff8fc0"), "tape": ("#8c959f", "#6e7681"),
           "forward": ("#bcc4cc", "#484f58")}
NAMES = {"tape": "fastest other tape", "forward": "fastest other forward mode"}


def rules(which):
    return "\n".join(f".{name} {{ fill: {c[which]}; stroke: {c[which]} }}"
                     for name, c in COLOURS.items())


def page(width, height, title, below, body):
    style = STYLE % (rules(0), rules(1))
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
                      f'width="{width}" height="{height}" role="img">',
                      f"<title>{title}</title>", style, text(20, 28, title, "title"),
                      text(20, 46, below, "quiet")] + body + ["</svg>\n"])


def escaped(words):
    return words.replace("&", "&amp;").replace("<", "&lt;")


def text(x, y, words, style="", anchor="start"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" class="{style}" text-anchor="{anchor}">'
            f"{escaped(words)}</text>")


def line(x1, y1, x2, y2, style="grid"):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{style}"/>'


def bar(x, y, width, height, style):
    return (f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{height:.1f}" '
            f'class="{style}" stroke="none"/>')


def legend(names, x, y):
    out = []
    for name in names:
        label = NAMES.get(name, name)
        out += [bar(x, y - 9, 11, 11, name), text(x + 16, y, label)]
        x += 36 + 6.6 * len(label)
    return out


def median(compiler, engine, key):
    times = compiler["engines"].get(engine, {}).get("times", {}).get(key)
    return times[0] if times else None


def fastest(compiler, names, key):
    return min([t for t in (median(compiler, n, key) for n in names) if t], default=None)


# -- the plots -----------------------------------------------------------------------------------

def ratios(results, name, compiler):
    """Bars of times over that by hand, on a logarithmic scale, a group for every workload."""
    groups = []
    for w in results["workloads"]:
        hand = median(compiler, "hand", w["key"])
        found = [(e, median(compiler, e, w["key"])) for e in CTGRAD]
        found += [("tape", fastest(compiler, TAPES, w["key"])),
                  ("forward", is_forward_row(w) and fastest(compiler, FORWARD, w["key"]))]
        groups.append((w["title"], [(e, t / hand) for e, t in found if t]))
    low = math.floor(math.log10(min(r for _, g in groups for _, r in g)))
    high = math.ceil(math.log10(max(r for _, g in groups for _, r in g)))
    left, wide, top = 240, 520, 90

    def x(value):
        return left + wide * (math.log10(value) - low) / (high - low)

    bars, y = [], top + 10
    for title, group in groups:
        bars.append(text(left - 12, y + 4 + 4.5 * len(group), title, anchor="end"))
        for engine, value in group:
            bars.append(bar(min(x(1), x(value)), y, abs(x(value) - x(1)), 7, engine))
            y += 9
        y += 11
    axis = []
    for power in range(low, high + 1):
        axis += [line(x(10**power), top, x(10**power), y),
                 text(x(10**power), y + 18, f"{10.0**power:g}", anchor="middle")]
    axis.append(line(x(1), top, x(1), y, "hand"))
    return page(left + wide + 40, y + 36, "Time of value and derivatives over that by hand",
                f"{name}, logarithmic; right of 1 is slower; a batch is SIMD, per point, against "
                "scalar code by hand",
                axis + bars + legend([*CTGRAD, "tape", "forward"], 20, 70))


def scaling(results, name, compiler):
    """Nanoseconds per variable or step against their number, both logarithmic."""
    panels = [("Rosenbrock: ns per variable", "rosenbrock_", [10, 1000, 100000]),
              ("chain: ns per step", "chain_", [1000, 1000000])]
    shown = ["hand", "static", "Value", "fused", "recording", "dual", "tape"]
    out = []
    for number, (title, key, sizes) in enumerate(panels):
        curves = {}
        for engine in shown:
            names = TAPES if engine == "tape" else [engine]
            found = [(n, fastest(compiler, names, f"{key}{n}")) for n in sizes]
            curves[engine] = [(n, t / n) for n, t in found if t]
        values = [v for curve in curves.values() for _, v in curve]
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        left, top, wide, tall = 60 + 400 * number, 110, 310, 250
        start, end = math.log10(sizes[0]), math.log10(sizes[-1])

        def place(n, v):
            return (left + wide * (math.log10(n) - start) / (end - start),
                    top + tall * (high - math.log10(v)) / (high - low))

        out.append(text(left, top - 14, title))
        for power in range(low, high + 1):
            y = place(1, 10.0**power)[1]
            out += [line(left, y, left + wide, y),
                    text(left - 8, y + 4, f"{10.0**power:g}", anchor="end")]
        for n in sizes:
            out.append(text(place(n, 1)[0], top + tall + 20, f"{n:,}", anchor="middle"))
        for engine, curve in curves.items():
            points = [place(*point) for point in curve]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            out.append(f'<polyline points="{path}" class="{engine}" style="fill: none; '
                       'stroke-width: 2"/>')
            out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" class="{engine}"/>'
                    for x, y in points]
    return page(820, 420, "How time grows with the problem", f"{name}, value and gradient", out +
                legend(shown, 20, 74))


def rows(title, below, entries, unit):
    """Horizontal bars with their numbers, smallest first: (name, style, value)."""
    entries = sorted(entries, key=lambda e: e[2])
    top, left, wide = 66, 170, 440
    most = max(value for _, _, value in entries)
    out = []
    for number, (name, style, value) in enumerate(entries):
        y = top + 22 * number
        out += [text(left - 10, y + 12, name, anchor="end"),
                bar(left, y, wide * value / most, 15, style),
                text(left + wide * value / most + 6, y + 12, f"{value:.3g} {unit}")]
    return page(700, top + 22 * len(entries) + 14, title, below, out)


def style_of(engine):
    return engine if engine in COLOURS else "tape"


def memory(results, name, compiler):
    """Bytes per operation of the long chain, above what the value alone takes."""
    key = "chain_1000000"
    operations = next(w["operations"] for w in results["workloads"] if w["key"] == key)
    engines = compiler["engines"]
    base = engines["value"]["kilobytes"][key]
    entries = [(n, style_of(n), max(engines[n]["kilobytes"][key] - base, 0) * 1024 / operations)
               for n in ["hand", *CTGRAD, *PEERS, *OWN]
               if key in engines.get(n, {}).get("kilobytes", {})]
    return rows("Memory per operation", f"{name}, a chain of 3,000,000 operations: peak of the "
                "process above that of the value alone", entries, "bytes")


def compiling(results, name, compiler):
    names = {e["program"]: n for n, e in compiler["engines"].items()}
    entries = [(names.get(k, k), style_of(names.get(k, k)), found["seconds"])
               for k, found in compiler["compile"].items()]
    return rows("Seconds to compile one gradient",
                f"{name}, a whole file with price and Greeks of Black-Scholes", entries, "s")


def all_of(results):
    short = {"g++": "gcc", "clang++": "clang"}
    found = {}
    for name, compiler in results["compilers"].items():
        for kind in (ratios, scaling, memory, compiling):
            path = f"{kind.__name__}_{short.get(name, name)}.svg"
            found[path] = kind(results, name, compiler)
    return found
