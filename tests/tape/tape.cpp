// being written by a second test writer (tests/tape, stress, graph, acceptance are theirs now)
