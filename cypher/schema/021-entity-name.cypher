// Who is called so.
CREATE INDEX entity_name IF NOT EXISTS FOR (node:Entity) ON (node.name)
