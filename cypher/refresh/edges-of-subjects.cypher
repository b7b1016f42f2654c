// $subjects: entity ids. The edges of one type that start at them; RELATION_TYPE stands for it.
UNWIND $subjects AS id
MATCH (:Entity {id: id})-[edge:RELATION_TYPE]->(object:Entity)
RETURN id AS origin, object.id AS target
