// name: feed
// summary: What a feed or sitemap said of itself when it was last read to its end.
// param id: string -- made of its URL
// returns: etag, last_modified

MATCH (feed:Feed {id: $id})
RETURN feed.etag AS etag, feed.last_modified AS last_modified
