// $rows: { id, props }[]. Returns how many were written.
UNWIND $rows AS row
MERGE (article:Article {id: row.id})
SET article += row.props
RETURN count(*) AS written
