// name: add_items
// summary: Add items to a job; those that are there already stay as they are.
// param job: string -- id of the job
// param items: rows -- id, state, properties
// returns: nothing

UNWIND $items AS row
MERGE (item:IngestItem {id: row.id})
ON CREATE SET item += row.properties,
              item.job = $job,
              item.state = row.state,
              item.attempts = 0,
              item.due_at = CASE row.state WHEN 'waiting' THEN datetime() END,
              item.finished_at = CASE row.state WHEN 'waiting' THEN null ELSE datetime.truncate('millisecond') END
