// $ids: string[]. How articles call them and what they take them for.
UNWIND $ids AS id
MATCH (named:Source {id: id})
MATCH (named)<-[names:PUBLISHED_BY]-(:Article)
RETURN id, names.name AS name, names.kind AS kind, count(*) AS articles
