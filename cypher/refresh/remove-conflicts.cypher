// $ids: contradictions that are found anew.
UNWIND $ids AS id
MATCH (conflict:Conflict {id: id})
DETACH DELETE conflict
