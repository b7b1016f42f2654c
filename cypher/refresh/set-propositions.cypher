// $rows: { id, props }[]. Returns how many were written.
UNWIND $rows AS row
MATCH (proposition:Proposition {id: row.id})
SET proposition += row.props
REMOVE proposition.stale
RETURN count(*) AS written
