// The tag comes, but only after a screenful of other errors.
#define FOUR(x) x x x x

#ifdef VALID
int main() {}
#else
FOUR(FOUR(static_assert(false, "something else");))
static_assert(false, "[ctgrad-E93] too late to be read");
#endif
