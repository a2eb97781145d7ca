// What a feed said when it was read to its end, so that it can be asked for changes.
CREATE CONSTRAINT feed_id IF NOT EXISTS FOR (n:Feed) REQUIRE n.id IS UNIQUE;
