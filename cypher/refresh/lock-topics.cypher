// $topics: string[]. Takes them, so that a load that touches them meanwhile waits and marks them again.
UNWIND $topics AS topic
MATCH (proposition:Proposition {topic: topic})
SET proposition.stale = true
RETURN count(*) AS locked
