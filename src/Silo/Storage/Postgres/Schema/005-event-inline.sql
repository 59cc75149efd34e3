-- A payload that fits into a page once it is compressed stays in its row: beside it, it would be rows of its own with an index.
ALTER TABLE event SET (toast_tuple_target = 8128);
