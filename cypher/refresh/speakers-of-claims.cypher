// $ids: claims. Their nearest speakers.
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
MATCH (claim)-[said:ATTRIBUTED_TO {order: 0}]->(speaker)
RETURN id, speaker.id AS speaker, said.name AS name, said.class AS class
