"""Templates: the engine (the only user of its library), what users may write in theirs, and what theirs become."""
