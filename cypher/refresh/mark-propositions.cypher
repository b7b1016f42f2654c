// $ids: propositions whose topics are to be compared again.
UNWIND $ids AS id
MATCH (proposition:Proposition {id: id})
SET proposition.stale = true
RETURN count(*) AS written
