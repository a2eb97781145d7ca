"""What is known before any article is read: entities with their names and offices, and words that name roles."""

from graph_service.knowledge.base import Alias, AliasKind, KnowledgeBase, KnownEntity, Role, load
from graph_service.knowledge.lexicon import Lexicon, load_lexicon

__all__ = ["Alias", "AliasKind", "KnowledgeBase", "KnownEntity", "Lexicon", "Role", "load", "load_lexicon"]
