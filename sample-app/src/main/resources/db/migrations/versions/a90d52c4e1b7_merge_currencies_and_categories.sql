-- merge currencies and categories
--
-- revision: a90d52c4e1b7
-- down_revision: e2b86f17d94c, 74f3e8b1206d
-- create_date: 2026-11-13T16:10:33Z

-- migrate:upgrade

-- migrate:downgrade
