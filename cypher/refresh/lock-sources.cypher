// $ids: string[]. Takes them, so that a load that touches them meanwhile waits and marks them again.
UNWIND $ids AS id
MATCH (source:Source {id: id})
SET source.stale = true
RETURN count(*) AS locked
