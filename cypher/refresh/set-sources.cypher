// $rows: { id, props }[]. Returns how many were written.
UNWIND $rows AS row
MATCH (source:Source {id: row.id})
SET source += row.props
REMOVE source.stale
RETURN count(*) AS written
