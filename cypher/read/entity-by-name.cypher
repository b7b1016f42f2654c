// Who or what is called so? Give the name or another name, in upper or lower case.
// In Neo4j Browser, first: :param name => 'Kim Jong Un'
MATCH (entity:Entity)
WHERE (toLower(entity.name) = toLower($name) OR any(alias IN entity.aliases WHERE toLower(alias) = toLower($name)))
RETURN entity.id AS id, entity.name AS name, [label IN labels(entity) WHERE label <> 'Entity'] AS types, entity.aliases AS aliases,
  entity.wikidata AS wikidata, entity.mentionCount AS mentions, entity.articleCount AS articles
ORDER BY mentions DESC, id
