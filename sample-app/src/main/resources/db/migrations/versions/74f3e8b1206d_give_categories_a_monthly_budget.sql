-- give categories a monthly budget
--
-- A budget has a currency, so the table of the other branch has to be there.
--
-- revision: 74f3e8b1206d
-- down_revision: 19c7ad3e50f6
-- depends_on: c71d05e8f3a4
-- create_date: 2026-11-12T07:55:44Z

-- migrate:upgrade
ALTER TABLE categories
    ADD COLUMN monthly_budget numeric(12, 2) CHECK (monthly_budget > 0),
    ADD COLUMN budget_currency varchar(3) REFERENCES currencies,
    ADD CONSTRAINT categories_budget_check CHECK ((monthly_budget IS NULL) = (budget_currency IS NULL));

-- migrate:downgrade
ALTER TABLE categories
    DROP COLUMN monthly_budget,
    DROP COLUMN budget_currency;
