// Is refused with its tag, but the valid twin does not compile either: the refusal proves nothing.
#ifdef VALID
int main() {
  return missing;
}
#else
static_assert(false, "[ctgrad-E94] refused as it should be");
#endif
