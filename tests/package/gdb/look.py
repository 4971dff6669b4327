# Run by gdb: writes how the objects of main.cpp are shown to seen.txt, without and with a process.
import gdb

gdb.execute("set width 0")
seen = open("seen.txt", "w", encoding="utf-8")


def look(value):
    print(value.format_string(), file=seen)


def all_of(heading, *what):
    print(f"-- {heading}", file=seen)
    for one in what:
        look(gdb.parse_and_eval(one))


all_of("without a process", "x", "temperature")
gdb.execute("break look")
gdb.execute("run")
gdb.execute("up")
all_of("Values", "a", "b", "y", "passive", "released", "tape")
all_of("duals", "dual", "nested")
all_of("formulas", "wave", "slope", "gradient", "hessian")
all_of("recordings", "recording", "guarded")

all_of("what has not been made yet")
garbage = gdb.parse_and_eval("garbage").address
for kind in ("basic_value<double>", "basic_tape<double>", "recording<double, double, double>"):
    look(garbage.cast(gdb.lookup_type(f"ctgrad::{kind}").pointer()).dereference())
seen.close()
