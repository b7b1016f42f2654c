// $ids: article ids. Their texts.
UNWIND $ids AS id
MATCH (article:Article {id: id})
RETURN id, article.text AS text
