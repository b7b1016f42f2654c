// $rows: { id, props }[]. What they state together is compared anew when the load is finished.
UNWIND $rows AS row
MERGE (proposition:Proposition {id: row.id})
ON CREATE SET proposition.name = row.props.name, proposition.type = row.props.type
SET proposition.topic = row.props.topic, proposition.stale = true
RETURN count(*) AS written
