// $rows: { id, props }[]: what read the articles. Returns how many were written.
UNWIND $rows AS row
MERGE (extraction:Extraction {id: row.id})
SET extraction += row.props
RETURN count(*) AS written
