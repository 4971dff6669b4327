// The tag comes, but not what should be shown with it.
// shows: somewhere

#ifdef VALID
int main() {}
#else
static_assert(false, "[ctgrad-E96] nowhere");
#endif
