// Which contradictions are about whether something is called so?
// In Neo4j Browser, first: :param name => 'Memorial Museum of Combat Glory'
MATCH (conflict:Conflict {kind: 'name'})-[involves:INVOLVES]->(:Claim)
WHERE toLower(involves.value) = toLower($name)
RETURN DISTINCT conflict.id AS id
ORDER BY id
