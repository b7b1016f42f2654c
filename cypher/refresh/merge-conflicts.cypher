// $rows: { id, props }[]. Returns how many were written.
UNWIND $rows AS row
MERGE (conflict:Conflict {id: row.id})
SET conflict += row.props
RETURN count(*) AS written
