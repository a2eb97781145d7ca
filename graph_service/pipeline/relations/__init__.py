"""What entities have to do with each other, by the words between them."""
