// $ids: articles, their claims and sentences gone before.
UNWIND $ids AS id
MATCH (article:Article {id: id})
DETACH DELETE article
