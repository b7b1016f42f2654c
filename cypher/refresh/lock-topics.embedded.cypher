// One process writes at a time: nothing to lock.
RETURN size($topics) AS locked
