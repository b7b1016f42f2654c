// Who and what is spoken of most, of those that have a name?
// In Neo4j Browser, first: :param limit => toInteger(40)
MATCH (entity:Entity)
WHERE NOT entity.id CONTAINS '~'
RETURN entity.id AS id, entity.name AS name, [label IN labels(entity) WHERE label <> 'Entity'] AS types, entity.aliases AS aliases,
  entity.wikidata AS wikidata, entity.mentionCount AS mentions, entity.articleCount AS articles
ORDER BY articles DESC, mentions DESC, id
LIMIT $limit
