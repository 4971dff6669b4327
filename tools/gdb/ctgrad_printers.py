"""How gdb shows ctgrad:  source tools/gdb/ctgrad_printers.py  (in ~/.gdbinit, for example)

    Value(data=0.76, grad=1, op=tanh, label="y")     Value(data=7, passive)
    dual(primal=2, tangents=[0 1])                   sin(x)*(y + 2.5)
    {x = 1.93, y = 0.84}                             recording(2 inputs, 1 output, 3 operations)

Nothing in the program is called; what cannot be read, as in a Value that has not been made yet, is
left out. Adjoints, operations and labels are those of the tape of the thread that is looked at.
"""
import re
import struct

import gdb
import gdb.printing

# How much is read at most for one object.
NOTES, INSTRUCTIONS, LABELS = 4096, 100000, 4096

# ---- reading ------------------------------------------------------------------------------------


def plain(type_):
    return type_.strip_typedefs().unqualified()


def all_fields(value):
    """The non-static fields of an object, those of its bases included."""
    for field in plain(value.type).fields():
        if field.is_base_class:
            yield from all_fields(value[field])
        elif hasattr(field, "bitpos"):
            yield value[field]


def pointers(value, depth=6):
    """The pointers inside of an object, as in a std::vector or a std::unique_ptr."""
    code = plain(value.type).code
    if code == gdb.TYPE_CODE_PTR:
        yield value
    elif code == gdb.TYPE_CODE_STRUCT and depth:
        for field in all_fields(value):
            yield from pointers(field, depth - 1)


def items(vector, limit):
    """The elements of a std::vector, as far as they are to be read."""
    begin, end = list(pointers(vector))[:2]
    size = int(end - begin)
    if not 0 <= size <= 2**40:
        raise gdb.error("not a vector yet")
    return [(begin + i).dereference() for i in range(min(size, limit))]


def length(vector):
    begin, end = list(pointers(vector))[:2]
    return int(end - begin)


def elements(array):
    """The elements of a std::array, as an array of C."""
    inside = next(iter(all_fields(array)))
    return inside.cast(inside.type.strip_typedefs())


def size_of(elements_):
    return elements_.type.range()[1] + 1


def text(view):
    """A std::string or std::string_view."""
    size = next(int(f) for f in numbers(view))
    return next(pointers(view)).string(length=min(size, 200), errors="replace")


def numbers(value):
    for field in all_fields(value):
        code = plain(field.type).code
        if code == gdb.TYPE_CODE_INT:
            yield field
        elif code == gdb.TYPE_CODE_STRUCT:
            yield from numbers(field)


# A name in a type: {"x"} as g++ writes it, or {{120, 0}} as clang does, long ones with "..." for
# the end.
NAME = re.compile(r'\{"([^"]*)"\}|\{\{((?:-?\d+, )*)(\d+|\.\.\.)\}\}')


def names_in(type_text):
    for name in NAME.finditer(type_text):
        if name[1] is not None:
            yield name[1]
        else:
            codes = bytes(int(code) % 256 for code in name[2].split(", ") if code)
            yield codes.decode(errors="replace") + ("..." if name[3] == "..." else "")


def shown(number):
    """A number in a text: short where it is a double, by its own printer where it is not."""
    if number.is_optimized_out:
        return "<optimized out>"
    if plain(number.type).code == gdb.TYPE_CODE_FLT:
        return f"{float(number):g}"
    return str(number)


# ---- Values -------------------------------------------------------------------------------------

UNTOUCHED = struct.pack("d", -0.0)
OWN = 2 * 64  # of open_scopes (tape/epochs.hpp)
GONE = 2**32 - 1 - OWN


def tape_of(type_):
    """The tape that is recorded on in this thread, None if there is none."""
    number = type_.template_argument(0)
    tape = gdb.parse_and_eval(f"'ctgrad::basic_tape<{number}>::current_'")
    return tape.dereference() if int(tape) else None


def adjoint_at(tape, at):
    adjoints = tape["adjoints_"]
    if at >= int(adjoints["size_"]):
        return "0"
    adjoint = (next(pointers(adjoints["data_"])) + at).dereference()
    return "0" if shown(adjoint) == "-0" else shown(adjoint)


def notes_of(tape):
    """The first note and the number of notes of every scope, the innermost scope first."""
    notes = tape["notes_"]["notes_"]
    depth = int(notes["depth_"])
    for i, page in reversed(list(enumerate(items(notes["pages_"], depth)))):
        first = next(pointers(page["notes"]))
        end = notes["next_"] if i + 1 == depth else page["next"]
        yield first, max(0, int(end - first))


def operation_at(tape, position):
    """The name of the operation at a position, None for a variable or where there is no note."""
    for first, count in notes_of(tape):
        if not count:
            continue
        note = first.dereference().type
        size, offset = note.sizeof, next(f.bitpos // 8 for f in note.fields() if f.name == "at")
        begin = max(0, count - NOTES)
        memory = gdb.selected_inferior().read_memory(int(first + begin), (count - begin) * size)
        for i in range(count - begin - 1, -1, -1):
            at, = struct.unpack_from("=I", memory, i * size + offset)
            if at == position:
                op = (first + begin + i).dereference()["op"]
                return text(op["written"]["sign"]) or text(op["name"])
    return None


def label_at(tape, position):
    for label in items(tape["notes_"]["labels_"]["all_"], LABELS):
        if int(label["first"]) == position:
            return text(label["second"])
    return None


class ValuePrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        parts = [f"data={shown(self.value['data_'])}"]
        try:
            parts += self.recorded()
        except (gdb.error, StopIteration, ValueError, RuntimeError):
            pass  # no process, or not a Value yet
        return f"Value({', '.join(parts)})"

    def recorded(self):
        place = int(self.value["place_"])
        at, epoch = place % 2**32, place >> 32
        if place == 0:
            return ["passive"]
        if epoch == GONE:
            return ["moved away"]
        tape = tape_of(plain(self.value.type))
        if tape is None or int(elements(tape["scopes_"]["live_"])[epoch % 256]) != epoch:
            return ["released, or on another tape"]
        parts = [f"grad={adjoint_at(tape, at)}"]
        operation, label = operation_at(tape, at), label_at(tape, at)
        parts += [f"op={operation}"] if operation else []
        parts += [f'label="{label}"'] if label else []
        return parts


class TapePrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        recorded = int(self.value["results_"]["next_"]) % 2**32 - 1
        scopes = int(self.value["scopes_"]["depth_"]) - 1
        if not 0 <= scopes <= 62:
            raise ValueError("not a tape yet")
        return f"Tape({recorded} recorded, {counted(scopes, 'scope')} open)"


class DualPrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        tangents = elements(self.value["tangents_"])
        all_of_them = " ".join(shown(tangents[i]) for i in range(size_of(tangents)))
        return f"dual(primal={shown(self.value['primal_'])}, tangents=[{all_of_them}])"


# ---- formulas -----------------------------------------------------------------------------------

# The ops that are written with a sign, and how strongly it binds (op/op.hpp, notation).
SIGNS = {
    "add": ("+", 10), "subtract": ("-", 10), "multiply": ("*", 20), "divide": ("/", 20),
    "negate": ("-", 25), "power": ("^", 30), "integer_power": ("^", 30), "pow": ("^", 30),
    "less": ("<", 8), "less_equal": ("<=", 8), "greater": (">", 8), "greater_equal": (">=", 8),
    "equal": ("==", 7), "not_equal": ("!=", 7), "both": ("&&", 5), "either": ("||", 4),
    "negation": ("!", 25),
}
ATOM = 100


def kind_of(type_):
    return re.match(r"ctgrad::(\w+)", str(type_))[1]


def operands(type_, value):
    """The operands of a call or a derivative: types, with their objects or None for empty ones."""
    found = []
    for field in type_.fields():
        if not field.is_base_class:
            continue
        base = plain(field.type)
        inside = value[field] if value is not None else None
        if str(base).startswith("ctgrad::detail::branch<"):
            stored = any(f.name == "node" and hasattr(f, "bitpos") for f in base.fields())
            found.append((plain(base.template_argument(1)), inside["node"]
                          if stored and inside is not None else None))
        elif str(base).startswith("ctgrad::detail::branches"):
            found += operands(base, inside)
    return found


def op_name(type_):
    op = plain(type_.template_argument(0))
    names = [name for f in op.fields() if f.is_base_class for name in names_in(str(f.type))]
    own = str(op).rpartition("::")[2]  # the struct's, mostly the same
    return names[0] if names and not names[0].endswith("...") else own


def literal(type_):
    """2_c: the digits are arguments of the function that reads them."""
    written = str(type_)
    try:
        written += str(type_.template_argument(1))
    except (gdb.error, RuntimeError):
        pass
    digits = re.search(r"read_decimal<([^>]*)>", written)
    if not digits:
        return "_c"
    marks = re.findall(r"'(.)'|\(char\)(\d+)", digits[1])
    return "".join(mark or chr(int(code)) for mark, code in marks)


def formula(type_, value):
    """The text of a formula and how strongly its outermost sign binds."""
    kind = kind_of(type_)
    if kind == "variable":
        return next(names_in(str(type_)), "?"), ATOM
    if kind == "literal":
        return literal(type_), ATOM
    if kind == "constant":
        return (shown(value["value"]) if value is not None else "constant"), ATOM
    inner = [formula(*operand) for operand in operands(type_, value)]
    if kind == "derived":
        return f"d({inner[0][0]})/d{list(names_in(str(type_)))[-1]}", ATOM
    return call(op_name(type_), inner)


def call(name, inner):
    sign, strength = SIGNS.get(name, (None, ATOM))
    if sign and len(inner) == 1:
        return f"{sign}{closed(inner[0], strength)}", strength
    if sign and len(inner) == 2:
        left, right = closed(inner[0], strength), closed(inner[1], strength + 1)
        space = " " if strength <= 10 else ""
        return f"{left}{space}{sign}{space}{right}", strength
    return f"{name}({', '.join(part for part, _ in inner)})", ATOM


def closed(part, strength):
    return part[0] if part[1] >= strength else f"({part[0]})"


class FormulaPrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        return formula(plain(self.value.type), self.value)[0]


class KeyedPrinter:
    """What belongs to each variable of a formula, a gradient for example."""

    def __init__(self, value):
        self.value = value

    def to_string(self):
        return None

    def children(self):
        entries = elements(self.value["entries"])  # of which each may have names as well, before
        names = list(names_in(str(plain(self.value.type))))
        for i, name in enumerate(names[-size_of(entries):]):
            yield name, entries[i]


# ---- programs -----------------------------------------------------------------------------------


def counted(number, what):
    return f"{number} {what}" + ("s" if number != 1 else "")


def summary(program):
    operations = sum(str(step["what"]).endswith("call")
                     for step in items(program["code"], INSTRUCTIONS))
    return ", ".join([counted(int(program["inputs"]), "input"),
                      counted(length(program["outputs"]), "output"),
                      counted(operations, "operation")])


class ProgramPrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        return f"program({summary(self.value)})"


class RecordingPrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        state = next(pointers(self.value["state_"])).dereference()
        guards = length(state["outcomes"])
        more = f", {counted(guards, 'guard')}" if guards else ""
        return f"recording({summary(state['code'])}{more})"


# ---- registration -------------------------------------------------------------------------------


def careful(printer):
    """The same printer, which says so instead of failing where something cannot be read."""

    class Careful(printer):
        def to_string(self):
            try:
                return printer.to_string(self)
            except (gdb.error, gdb.MemoryError, StopIteration, ValueError, RuntimeError,
                    TypeError, KeyError):
                return "<not readable>"

    return Careful


def printers():
    all_of_them = gdb.printing.RegexpCollectionPrettyPrinter("ctgrad")
    for kind, printer in {
        "basic_value": ValuePrinter, "basic_tape": TapePrinter, "dual": DualPrinter,
        "variable": FormulaPrinter, "literal": FormulaPrinter, "constant": FormulaPrinter,
        "call": FormulaPrinter, "derived": FormulaPrinter, "keyed": KeyedPrinter,
        "program": ProgramPrinter, "recording": RecordingPrinter,
    }.items():
        all_of_them.add_printer(kind, f"^ctgrad::{kind}<.*>$", careful(printer))
    return all_of_them


gdb.printing.register_pretty_printer(None, printers(), replace=True)
