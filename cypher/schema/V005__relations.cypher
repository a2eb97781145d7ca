CREATE CONSTRAINT relation_id IF NOT EXISTS FOR (n:Relation) REQUIRE n.id IS UNIQUE;

// An edge is drawn from the relations that speak for it: how many, the newest, the first and the last day.
CREATE INDEX relation_edge IF NOT EXISTS FOR (n:Relation) ON (n.edge);
CREATE INDEX relation_edge_sort_key IF NOT EXISTS FOR (n:Relation) ON (n.edge, n.sort_key);
CREATE INDEX relation_edge_published_at IF NOT EXISTS FOR (n:Relation) ON (n.edge, n.published_at);

// The same words of one speaker in other articles.
CREATE INDEX statement_quote_key IF NOT EXISTS FOR (n:Statement) ON (n.quote_key);
