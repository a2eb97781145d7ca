"""What statements mean, as vectors that can be compared."""
