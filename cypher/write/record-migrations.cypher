// $rows: { id, checksum }[]: migrations of cypher/schema that were applied.
UNWIND $rows AS row
MERGE (migration:Migration {id: row.id})
SET migration.checksum = row.checksum
