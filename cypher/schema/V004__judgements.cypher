CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT judgement_lock_id IF NOT EXISTS FOR (n:JudgementLock) REQUIRE n.id IS UNIQUE;

// Every writer of an article looks here whether somebody decided about its entities.
CREATE INDEX judgement_moves_from IF NOT EXISTS FOR (n:Judgement) ON (n.moves_from);
CREATE INDEX judgement_sort_key IF NOT EXISTS FOR (n:Judgement) ON (n.sort_key);
