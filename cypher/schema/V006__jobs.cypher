// What the service has to do, beside what the graph says: none of it is part of the graph's hash or of an export.
CREATE CONSTRAINT ingest_job_id IF NOT EXISTS FOR (n:IngestJob) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ingest_item_id IF NOT EXISTS FOR (n:IngestItem) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ingest_request_id IF NOT EXISTS FOR (n:IngestRequest) REQUIRE n.id IS UNIQUE;

// What is finished has no due_at, so this holds only what is left to do, the oldest first.
CREATE INDEX ingest_item_due_at IF NOT EXISTS FOR (n:IngestItem) ON (n.due_at);

// How far a job is, how fast it went in the last minute, and its items page by page.
CREATE INDEX ingest_item_state IF NOT EXISTS FOR (n:IngestItem) ON (n.job, n.state);
CREATE INDEX ingest_item_finished_at IF NOT EXISTS FOR (n:IngestItem) ON (n.job, n.finished_at);
CREATE INDEX ingest_item_place IF NOT EXISTS FOR (n:IngestItem) ON (n.job, n.place);

// An article that is taken out of the graph is looked up in the items that brought it.
CREATE INDEX ingest_item_article IF NOT EXISTS FOR (n:IngestItem) ON (n.article);
