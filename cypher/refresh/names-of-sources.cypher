// $ids: string[]. How articles call them and what they take them for.
UNWIND $ids AS id
MATCH (:Article)-[names:PUBLISHED_BY]->(:Source {id: id})
RETURN id, names.name AS name, names.kind AS kind, count(*) AS articles
