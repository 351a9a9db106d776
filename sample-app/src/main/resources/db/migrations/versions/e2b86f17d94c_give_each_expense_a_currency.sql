-- give each expense a currency
--
-- All expenses so far were in euros. The default fills them in and is then dropped: a new expense names its currency.
--
-- revision: e2b86f17d94c
-- down_revision: c71d05e8f3a4
-- create_date: 2026-11-09T09:20:51Z

-- migrate:upgrade
ALTER TABLE expenses ADD COLUMN currency varchar(3) NOT NULL DEFAULT 'EUR' REFERENCES currencies;

ALTER TABLE expenses ALTER COLUMN currency DROP DEFAULT;

-- migrate:downgrade
ALTER TABLE expenses DROP COLUMN currency;
