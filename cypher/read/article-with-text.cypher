// An article as it was read: its text, to which all offsets point, and where it comes from.
// In Neo4j Browser, first: :param id => 'article:0123456789abcdef'
MATCH (article:Article {id: $id})-[:PUBLISHED_BY]->(source:Source)
RETURN article.id AS id, article.key AS key, article.name AS title, article.text AS text, article.url AS url, article.publishedAt AS published,
  article.byline AS byline, source.name AS source
