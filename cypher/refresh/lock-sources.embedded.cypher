// One process writes at a time: nothing to lock.
RETURN size($ids) AS locked
