"""The columns of the tables: what there is in which order, and what is compared with what."""

CTGRAD = ["static", "Value", "fused", "recording", "batch", "dual"]

TAPES = ["codipack", "codipack_unchecked", "xad", "adept", "adolc", "cppad", "sacado_rad",
         "autodiff_var", "torch"]
REPLAYS = ["adolc_replay", "cppad_replay", "fastad"]
FORWARD = ["ceres", "eigen", "boost", "sacado_fad", "adolc_traceless", "codipack_forward",
           "autodiff_dual"]
PEERS = TAPES + REPLAYS + FORWARD

# An engine of ctgrad competes with libraries that work the same way, and, where it is the fastest
# of ctgrad's, with all of them.
RIVALS = {"Value": TAPES, "fused": TAPES, "recording": REPLAYS, "dual": FORWARD,
          "static": PEERS + ["hand"]}


def kind_of(engine):
    return "tape" if engine in TAPES else "replay" if engine in REPLAYS else "forward"
