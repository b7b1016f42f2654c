// $rows: { id, props }[]. Returns how many were written.
UNWIND $rows AS row
MERGE (sentence:Sentence {id: row.id})
SET sentence += row.props
RETURN count(*) AS written
