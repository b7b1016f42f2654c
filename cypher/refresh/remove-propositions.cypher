// $ids: propositions that nothing states any more.
UNWIND $ids AS id
MATCH (proposition:Proposition {id: id})
DETACH DELETE proposition
