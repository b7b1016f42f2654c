// $ids: what no article knows any more.
UNWIND $ids AS id
MATCH (source:Source {id: id})
DETACH DELETE source
