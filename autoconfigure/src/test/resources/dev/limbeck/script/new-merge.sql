-- merge 'users' & <orders>
-- both are needed
-- \revision: later
--
-- revision: c3
-- down_revision: b2, b1
-- branch_labels: shop, back-office
-- depends_on: a0, billing
-- create_date: 2026-11-21T11:15:30+01:00

-- migrate:upgrade
CREATE TABLE a (
    id integer
);

INSERT INTO a VALUES ('{{x}} & <y>');

-- migrate:downgrade
DROP TABLE a;
