-- create slice
--
-- revision: a1
-- down_revision:

-- migrate:upgrade
CREATE TABLE slice (id int);
INSERT INTO slice VALUES (1);

-- migrate:downgrade
DROP TABLE slice;
