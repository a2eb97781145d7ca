UNWIND [$article] AS row
MERGE (article:Article {id: row.id})
SET article += row.properties
