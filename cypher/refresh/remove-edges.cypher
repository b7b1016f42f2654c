// $rows: { from, to }[] of one type that no claim backs any more; RELATION_TYPE stands for it.
UNWIND $rows AS row
MATCH (:Entity {id: row.from})-[edge:RELATION_TYPE]->(:Entity {id: row.to})
DELETE edge
