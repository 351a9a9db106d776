-- index expenses by day
--
-- The monthly report reads all users' expenses of some months. CONCURRENTLY lets the application write meanwhile;
-- PostgreSQL refuses it in a transaction.
--
-- revision: d6381fb97e02
-- down_revision: a90d52c4e1b7
-- create_date: 2026-11-16T11:27:05Z

-- migrate:upgrade transaction=off
CREATE INDEX CONCURRENTLY expenses_spent_on_category_id_idx ON expenses (spent_on, category_id);

-- migrate:downgrade transaction=off
DROP INDEX CONCURRENTLY expenses_spent_on_category_id_idx;
