// $ids: string[]. How articles call them, how many of them, how often.
UNWIND $ids AS id
MATCH (named:Entity {id: id})
MATCH (named)<-[names:NAMES]-(:Article)
RETURN id, names.name AS name, names.aliases AS aliases, names.wikidata AS wikidata, count(*) AS articles, sum(names.mentions) AS mentions
