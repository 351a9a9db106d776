-- create currencies
--
-- The first revision of the branch "currencies".
--
-- revision: c71d05e8f3a4
-- down_revision: 8a4e6b92c0d7
-- branch_labels: currencies
-- create_date: 2026-11-09T08:45:02Z

-- migrate:upgrade
CREATE TABLE currencies (
    code varchar(3) PRIMARY KEY CHECK (code ~ '^[A-Z]{3}$'),
    name varchar(50) NOT NULL
);

INSERT INTO currencies (code, name) VALUES
    ('CHF', 'Swiss franc'),
    ('EUR', 'Euro'),
    ('GBP', 'Pound sterling'),
    ('JPY', 'Yen'),
    ('USD', 'US dollar');

-- migrate:downgrade
DROP TABLE currencies;
