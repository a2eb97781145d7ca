"""A small scorer of the same interface as the one beside the corpora, as the text of a module."""

SCORER = """
import re
PRON = {"she"}
class Doc:
    def __init__(self, text):
        self.text, self.tokens = text, [match.span() for match in re.finditer(r"\\w+", text)]
    def words(self, spans):
        return frozenset(i for i, (a, b) in enumerate(self.tokens) for s, e in spans if s <= a and b <= e)
    def chars(self, spans):
        return frozenset(i for s, e in spans for i in range(s, e))
    def string(self, spans):
        return " ".join(self.text[s:e] for s, e in spans)
def prepare(doc, statements):
    return [
        {"type": "indirect", "cue": [], "source": []} | each
        | {"w": doc.words(each["content"]), "c": doc.chars(each["content"])} for each in statements
    ]
def overlap(kind, gold, found):
    return len(gold & found) / len(gold | found)
def source_match(doc, gold, found):
    return doc.words(gold["source"]) == doc.words(found["source"])
def resolve_speakers(article):
    names = {each["id"]: each["name"] for each in article.get("entities") or ()}
    for each in article["statements"]:
        if each.get("speaker") in names:
            each["speaker_entity"] = {"name": names[each["speaker"]]}
    return article
def entity_match(doc, gold, found):
    return gold["speaker_entity"]["name"] == found["speaker_entity"]["name"]
"""
