// $ids: articles about to be replaced or removed. Those that tell the same story are compared anew afterwards.
UNWIND $ids AS id
MATCH (gone:Article {id: id})
UNWIND gone.story AS other
MATCH (article:Article {id: other})
SET article.stale = true
RETURN count(*) AS marked
