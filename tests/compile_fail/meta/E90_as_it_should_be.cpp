// The form of every file of compile_fail/: the mistake, and under VALID the same without the
// mistake. The driver must accept this one.
template <class Scalar>
constexpr Scalar half(Scalar x) {
  static_assert(Scalar(1) / Scalar(2) != Scalar(0),
                "[ctgrad-E90] half() needs a floating-point number: write 1.0 instead of 1");
  return x / 2;
}

#ifdef VALID
static_assert(half(1.0) == 0.5);
#else
static_assert(half(1) == 0);
#endif
