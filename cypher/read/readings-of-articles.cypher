// $ids: string[]. What is known of articles: the hash of their text, the version that read them, and the claims struck out of them. For a build that skips what has not changed.
UNWIND $ids AS id
MATCH (article:Article {id: id})-[:READ_BY]->(extraction:Extraction)
RETURN id, article.textHash AS textHash, extraction.version AS version, article.struck AS struck
