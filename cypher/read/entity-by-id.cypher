// Who or what has this id? As in `person:kim-jong-un`.
// In Neo4j Browser, first: :param name => 'person:kim-jong-un'
MATCH (entity:Entity {id: $name})
RETURN entity.id AS id, entity.name AS name, [label IN labels(entity) WHERE label <> 'Entity'] AS types, entity.aliases AS aliases,
  entity.wikidata AS wikidata, entity.mentionCount AS mentions, entity.articleCount AS articles
