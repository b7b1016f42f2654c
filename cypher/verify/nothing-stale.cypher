// Marks that a killed run left behind; the next load takes them up.
OPTIONAL MATCH (entity:Entity {stale: true})
WITH collect(entity.id) AS entities
OPTIONAL MATCH (proposition:Proposition {stale: true})
WITH entities, collect(proposition.id) AS propositions
OPTIONAL MATCH (source:Source {stale: true})
WITH entities, propositions, collect(source.id) AS sources
OPTIONAL MATCH (article:Article {stale: true})
WITH entities, propositions, sources, collect(article.id) AS articles
WITH entities + propositions + sources + articles AS stale
RETURN size(stale) AS checked, stale AS broken
