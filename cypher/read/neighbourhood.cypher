// Whom is somebody connected with, how, and on how many independent sources does it stand?
// In Neo4j Browser, first: :param name => 'North Korea'
MATCH (entity:Entity)
WHERE (toLower(entity.name) = toLower($name) OR any(alias IN entity.aliases WHERE toLower(alias) = toLower($name)))
MATCH (entity)-[edge]-(other:Entity)
WHERE edge.proposition IS NOT NULL
RETURN startNode(edge).name AS subject, type(edge) AS edge, endNode(edge).name AS object, edge.claims AS claims, edge.articles AS articles,
  edge.independentSources AS independentSources, edge.disputed AS disputed, edge.firstReported AS firstReported, edge.quote AS quote
ORDER BY independentSources DESC, claims DESC, edge, subject, object
