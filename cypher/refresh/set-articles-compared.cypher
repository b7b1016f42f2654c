// $ids: articles that have been compared with each other, $story: the same where there are several, else null.
UNWIND $ids AS id
MATCH (article:Article {id: id})
SET article.story = $story
REMOVE article.stale
RETURN count(*) AS written
