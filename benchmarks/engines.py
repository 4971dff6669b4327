"""The columns of the tables: what there is in which order, and what is compared with what."""

CTGRAD = ["static", "Value", "fused", "recording", "batch", "dual"]

# The same texts, by the way in which a library works.
TAPES = ["codipack", "codipack_unchecked", "xad", "adept", "adolc", "cppad", "sacado_rad",
         "autodiff_var"]
REPLAYS = ["adolc_replay", "cppad_replay"]
FORWARD = ["ceres", "eigen", "boost", "sacado_fad", "adolc_traceless", "codipack_forward",
           "autodiff_dual"]
PEERS = TAPES + REPLAYS + FORWARD

# The same mathematics in a text of their own: expressions, tensors.
OWN = ["fastad", "torch"]

# An engine of ctgrad competes with libraries that work the same way on the same text; what the
# compiler made of a text competes with all of them.
RIVALS = {"static": PEERS + ["hand"], "Value": TAPES, "recording": REPLAYS, "dual": FORWARD}

# Forward mode with all directions at once, where there are not too many.
MOST_DIRECTIONS = 21

# Measured and not shown: where only the diagonal of a matrix is asked for, an engine that sees the
# whole function leaves out most of the work.
HIDDEN = ["product"]


def kind_of(engine):
    return "tape" if engine in TAPES else "replay" if engine in REPLAYS else "forward"


def is_forward_row(workload):
    return workload["inputs"] <= MOST_DIRECTIONS
