// $rows: { id, props }[] of one type; EntityLabel stands for its label. Names and counts are made anew from all articles when the load is finished.
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
ON CREATE SET entity.name = row.props.name
SET entity:EntityLabel, entity.stale = true
RETURN count(*) AS written
