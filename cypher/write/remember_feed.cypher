// name: remember_feed
// summary: Note by what a feed or sitemap tells, the next time, whether it changed.
// param feed: row -- id, place, etag, last_modified
// returns: nothing

MERGE (feed:Feed {id: $feed.id})
SET feed.place = $feed.place,
    feed.etag = $feed.etag,
    feed.last_modified = $feed.last_modified,
    feed.read_at = datetime()
