// $rows: { id, props }[]. Returns how many were written.
UNWIND $rows AS row
MERGE (claim:Claim {id: row.id})
SET claim += row.props
RETURN count(*) AS written
