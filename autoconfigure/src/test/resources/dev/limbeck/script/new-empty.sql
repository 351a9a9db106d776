-- create user table
--
-- revision: 00ba29ba9ef0
-- down_revision: be5c4de9546c
-- branch_labels:
-- depends_on:
-- create_date: 2026-11-21T10:15:30Z

-- migrate:upgrade

-- migrate:downgrade
