"""From an article's text to an ``Extraction``: pure functions of the text, the models and the knowledge base."""
