// The tag comes first, but pages of errors follow.
#define FIVE(x) x x x x x

#ifdef VALID
int main() {}
#else
static_assert(false, "[ctgrad-E95] the first of many");
FIVE(FIVE(static_assert(false, "and another");))
#endif
