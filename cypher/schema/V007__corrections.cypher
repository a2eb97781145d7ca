CREATE CONSTRAINT dismissed_id IF NOT EXISTS FOR (n:Dismissed) REQUIRE n.id IS UNIQUE;

// Every writer of an article looks here whether somebody corrected what it says.
CREATE INDEX judgement_corrects IF NOT EXISTS FOR (n:Judgement) ON (n.corrects);
