-- move categories of expenses into their table
--
-- A data migration. The free texts "Travel", " travel" and "TRAVEL" become one category.
--
-- revision: 19c7ad3e50f6
-- down_revision: 5be2940fa6c8
-- create_date: 2026-11-10T14:02:09Z

-- migrate:upgrade
INSERT INTO categories (name)
SELECT DISTINCT lower(trim(category)) FROM expenses;

ALTER TABLE expenses ADD COLUMN category_id integer REFERENCES categories;

UPDATE expenses
   SET category_id = categories.id
  FROM categories
 WHERE categories.name = lower(trim(expenses.category));

ALTER TABLE expenses ALTER COLUMN category_id SET NOT NULL;

ALTER TABLE expenses DROP COLUMN category;

-- migrate:downgrade
ALTER TABLE expenses ADD COLUMN category varchar(50);

UPDATE expenses
   SET category = categories.name
  FROM categories
 WHERE categories.id = expenses.category_id;

ALTER TABLE expenses ALTER COLUMN category SET NOT NULL;

ALTER TABLE expenses DROP COLUMN category_id;

DELETE FROM categories;
