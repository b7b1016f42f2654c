// Whose name has these letters in it? The most mentioned first.
// In Neo4j Browser, first: :param name => 'kim'
MATCH (entity:Entity)
WHERE toLower(entity.name) CONTAINS toLower($name) OR any(alias IN entity.aliases WHERE toLower(alias) CONTAINS toLower($name))
RETURN entity.id AS id, entity.name AS name, [label IN labels(entity) WHERE label <> 'Entity'] AS types, entity.aliases AS aliases,
  entity.wikidata AS wikidata, entity.mentionCount AS mentions, entity.articleCount AS articles
ORDER BY mentions DESC, id
LIMIT 20
