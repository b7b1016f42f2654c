// $rows: { id, props }[]. Returns how many were written.
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
SET entity += row.props
REMOVE entity.stale
RETURN count(*) AS written
