// $rows: { id, props }[]: who printed the articles. Their names are made anew from all articles when the load is finished.
UNWIND $rows AS row
MERGE (source:Source {id: row.id})
ON CREATE SET source.name = row.props.name, source.kind = row.props.kind
SET source.stale = true
RETURN count(*) AS written
