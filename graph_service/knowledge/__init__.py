"""What is known before any article is read: entities with their names and offices, and words that name roles."""

from graph_service.knowledge.base import Alias, AliasKind, KnowledgeBase, KnownEntity, Role
from graph_service.knowledge.lexicon import Lexicon, load_lexicon
from graph_service.knowledge.loading import load

__all__ = ["Alias", "AliasKind", "KnowledgeBase", "KnownEntity", "Lexicon", "Role", "load", "load_lexicon"]
