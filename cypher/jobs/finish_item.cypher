// name: finish_item
// summary: Note what became of an item that is held; what it kept goes, unless it failed and may be tried again.
// param id: string -- id of the item
// param end: row -- state, outcome, article, statements, reason
// returns: nothing

MATCH (item:IngestItem {id: $id})
SET item += $end,
    item.due_at = null,
    item.finished_at = datetime.truncate('millisecond'),
    item.payload = CASE $end.state WHEN 'failed' THEN item.payload END
