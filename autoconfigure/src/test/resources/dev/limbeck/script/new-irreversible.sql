-- drop it
--
-- revision: c3
-- down_revision:
-- branch_labels:
-- depends_on:
-- create_date: 2026-11-21T10:15:30Z

-- migrate:upgrade
DROP TABLE a;
