// How many entities of each type have a name (the id of others ends in ~ and their article's mark), and the ones that are mentioned most.
MATCH (entity:Entity)
WHERE NOT entity.id CONTAINS '~'
WITH entity, [label IN labels(entity) WHERE label <> 'Entity'][0] AS type
ORDER BY entity.mentionCount DESC, entity.id
WITH type, collect(entity.name) AS names
RETURN type, size(names) AS entities, names[0..4] AS foremost
ORDER BY entities DESC, type
