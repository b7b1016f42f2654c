// What no article was read by any more.
MATCH (extraction:Extraction)
WHERE NOT EXISTS { (:Article)-[:READ_BY]->(extraction) }
DETACH DELETE extraction
