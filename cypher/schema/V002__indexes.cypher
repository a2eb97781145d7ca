// Pages are walked along these.
CREATE INDEX statement_sort_key IF NOT EXISTS FOR (n:Statement) ON (n.sort_key);
CREATE INDEX article_sort_key IF NOT EXISTS FOR (n:Article) ON (n.sort_key);

CREATE INDEX article_published_at IF NOT EXISTS FOR (n:Article) ON (n.published_at);
CREATE INDEX article_outlet IF NOT EXISTS FOR (n:Article) ON (n.outlet);
CREATE INDEX article_text_sha256 IF NOT EXISTS FOR (n:Article) ON (n.text_sha256);

// What people type first in Neo4j Browser: (:Person {name: "…"}).
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX person_name IF NOT EXISTS FOR (n:Person) ON (n.name);
CREATE INDEX country_name IF NOT EXISTS FOR (n:Country) ON (n.name);
CREATE INDEX organisation_name IF NOT EXISTS FOR (n:Organisation) ON (n.name);
CREATE INDEX weapon_system_name IF NOT EXISTS FOR (n:WeaponSystem) ON (n.name);
CREATE INDEX place_name IF NOT EXISTS FOR (n:Place) ON (n.name);
CREATE INDEX entity_wikidata IF NOT EXISTS FOR (n:Entity) ON (n.wikidata);
