"""The graph for language models: a few read tools over the Model Context Protocol, each answer with its evidence."""
