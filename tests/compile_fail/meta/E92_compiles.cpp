// Compiles although it must not; mentioning [ctgrad-E92] does not help.
int main() {}
