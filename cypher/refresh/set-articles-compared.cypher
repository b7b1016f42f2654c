// $ids: articles that have been compared with others of their story.
UNWIND $ids AS id
MATCH (article:Article {id: id})
REMOVE article.stale
RETURN count(*) AS written
