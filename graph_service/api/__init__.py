"""The HTTP service: routes translate between HTTP and the store, and nothing more."""
