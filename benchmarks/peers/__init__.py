"""Other systems on the same text, each as its own process; none of them is a dependency."""
