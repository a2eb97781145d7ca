"""Readers of the reference lists: each turns one kind of entity into ``KnownEntity`` records."""
