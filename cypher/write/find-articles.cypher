// $names: ids, keys, addresses or paths of articles.
MATCH (article:Article)
WHERE article.id IN $names OR article.key IN $names OR article.url IN $names OR article.path IN $names
RETURN article.id AS id
ORDER BY id
