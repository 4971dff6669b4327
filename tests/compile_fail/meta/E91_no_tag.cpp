// Fails, but for a reason that is not ours: the driver must notice that the tag is missing.
#ifndef VALID
#error "this says nothing about ctgrad"
#endif
