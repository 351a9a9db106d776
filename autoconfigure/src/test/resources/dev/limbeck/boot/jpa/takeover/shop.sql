CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;

CREATE TABLE countries (
    code char(2) PRIMARY KEY,
    name varchar(60) NOT NULL UNIQUE,
    vat_rate numeric(5,2)
);
CREATE TABLE customers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number varchar(20) NOT NULL UNIQUE,
    name varchar(120) NOT NULL,
    email citext,
    phone varchar(30),
    status varchar(20) NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'BLOCKED', 'CLOSED')),
    credit_limit numeric(12,2) DEFAULT 0,
    country_code char(2) REFERENCES countries,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    deleted_at timestamp with time zone
);
CREATE TABLE customer_groups (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(60) NOT NULL UNIQUE,
    discount numeric(5,2) NOT NULL DEFAULT 0
);
CREATE TABLE customer_group_members (
    id bigserial PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    group_id bigint NOT NULL REFERENCES customer_groups ON DELETE CASCADE,
    since date NOT NULL DEFAULT CURRENT_DATE
);
CREATE TABLE addresses (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    kind varchar(20) NOT NULL CHECK (kind IN ('HOME', 'WORK', 'BILLING')),
    street varchar(120) NOT NULL,
    zip varchar(12),
    city varchar(80) NOT NULL,
    country_code char(2) NOT NULL REFERENCES countries
);
CREATE TABLE contacts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    name varchar(120) NOT NULL,
    email citext,
    notes text
);
CREATE TABLE contact_channels (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint NOT NULL REFERENCES contacts ON DELETE CASCADE,
    kind varchar(20) NOT NULL,
    value varchar(200) NOT NULL
);
CREATE TABLE leads (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    source varchar(40) NOT NULL DEFAULT 'web',
    company varchar(120),
    email varchar(120) NOT NULL,
    score integer NOT NULL DEFAULT 0,
    payload jsonb,
    created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE lead_events (
    id bigserial PRIMARY KEY,
    lead_id uuid NOT NULL REFERENCES leads ON DELETE CASCADE,
    happened_at timestamp with time zone NOT NULL DEFAULT now(),
    kind varchar(40) NOT NULL,
    detail jsonb
);
CREATE TABLE consents (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    purpose varchar(40) NOT NULL,
    granted boolean NOT NULL DEFAULT false,
    granted_at timestamp with time zone
);
CREATE TABLE brands (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(80) NOT NULL,
    slug varchar(80) NOT NULL
);
CREATE TABLE categories (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id bigint REFERENCES categories ON DELETE SET NULL,
    name varchar(80) NOT NULL,
    path ltree
);
CREATE SEQUENCE products_seq INCREMENT BY 50;
CREATE TABLE products (
    id bigint PRIMARY KEY DEFAULT nextval('products_seq'),
    sku varchar(40) NOT NULL UNIQUE,
    name varchar(200) NOT NULL,
    brand_id bigint REFERENCES brands ON DELETE RESTRICT,
    category_id bigint REFERENCES categories,
    description text,
    attributes jsonb,
    tags text[],
    price numeric(12,2) NOT NULL,
    weight_grams integer,
    active boolean NOT NULL DEFAULT true,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED
);
CREATE TABLE product_images (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    product_id bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    position integer NOT NULL DEFAULT 0,
    url varchar(300) NOT NULL
);
CREATE SEQUENCE product_variants_seq INCREMENT BY 50;
CREATE TABLE product_variants (
    id bigint PRIMARY KEY DEFAULT nextval('product_variants_seq'),
    product_id bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    sku varchar(40) NOT NULL UNIQUE,
    color varchar(30),
    size varchar(10),
    barcode varchar(20)
);
CREATE TABLE product_relations (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    from_id bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    to_id bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    kind varchar(20) NOT NULL
);
CREATE TABLE price_lists (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(60) NOT NULL UNIQUE,
    currency char(3) NOT NULL DEFAULT 'EUR',
    valid_from date NOT NULL,
    valid_to date
);
CREATE TABLE prices (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    price_list_id bigint NOT NULL REFERENCES price_lists ON DELETE CASCADE,
    product_id bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    amount numeric(12,2) NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);
CREATE TABLE attributes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code varchar(40) NOT NULL UNIQUE,
    label varchar(80) NOT NULL,
    options hstore
);
CREATE TABLE reviews (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    product_id bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    customer_id bigint REFERENCES customers ON DELETE SET NULL,
    rating smallint NOT NULL,
    title varchar(120),
    body text,
    created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE carts (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    customer_id bigint REFERENCES customers ON DELETE CASCADE,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE cart_items (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cart_id uuid NOT NULL REFERENCES carts ON DELETE CASCADE,
    product_id bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    quantity integer NOT NULL DEFAULT 1
);
CREATE SEQUENCE orders_seq INCREMENT BY 50;
CREATE TABLE orders (
    id bigint PRIMARY KEY DEFAULT nextval('orders_seq'),
    number varchar(20) NOT NULL UNIQUE,
    customer_id bigint NOT NULL REFERENCES customers ON DELETE RESTRICT ON UPDATE CASCADE,
    status varchar(20) NOT NULL DEFAULT 'NEW' CHECK (status IN ('NEW', 'PAID', 'SHIPPED', 'DONE', 'CANCELLED')),
    total numeric(12,2) NOT NULL DEFAULT 0,
    currency char(3) NOT NULL DEFAULT 'EUR',
    placed_at timestamp with time zone NOT NULL DEFAULT now(),
    note text
);
CREATE TABLE order_items (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
    product_id bigint NOT NULL REFERENCES products ON DELETE RESTRICT,
    quantity integer NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    line_total numeric(12,2) GENERATED ALWAYS AS (quantity * unit_price) STORED
);
CREATE TABLE order_addresses (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
    kind varchar(10) NOT NULL,
    street varchar(120) NOT NULL,
    city varchar(80) NOT NULL
);
CREATE TABLE payments (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES orders DEFERRABLE INITIALLY DEFERRED,
    provider varchar(30) NOT NULL,
    reference varchar(60) NOT NULL,
    amount numeric(12,2) NOT NULL,
    state varchar(20) NOT NULL DEFAULT 'open',
    paid_at timestamp with time zone
);
CREATE TABLE refunds (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id bigint NOT NULL REFERENCES payments ON DELETE CASCADE,
    amount numeric(12,2) NOT NULL,
    reason varchar(200)
);
CREATE TABLE invoices (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number varchar(20) NOT NULL,
    order_id bigint NOT NULL REFERENCES orders,
    issued_on date NOT NULL DEFAULT CURRENT_DATE,
    due_on date NOT NULL,
    total numeric(12,2) NOT NULL
);
CREATE TABLE invoice_lines (
    id bigserial PRIMARY KEY,
    invoice_id bigint NOT NULL REFERENCES invoices ON DELETE CASCADE,
    position integer NOT NULL,
    text varchar(200) NOT NULL,
    amount numeric(12,2) NOT NULL
);
CREATE TABLE coupons (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code varchar(30) NOT NULL,
    percent numeric(5,2) NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    used integer NOT NULL DEFAULT 0
);
CREATE TABLE warehouses (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code varchar(10) NOT NULL UNIQUE,
    name varchar(80) NOT NULL,
    city varchar(80)
);
CREATE TABLE bins (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    warehouse_id bigint NOT NULL REFERENCES warehouses ON DELETE CASCADE,
    label varchar(20) NOT NULL,
    capacity integer NOT NULL DEFAULT 100
);
CREATE TABLE stock (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bin_id bigint NOT NULL REFERENCES bins,
    product_id bigint NOT NULL REFERENCES products ON DELETE RESTRICT,
    quantity integer NOT NULL DEFAULT 0,
    updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE stock_movements (
    id bigserial PRIMARY KEY,
    stock_id bigint NOT NULL REFERENCES stock ON DELETE CASCADE,
    delta integer NOT NULL,
    reason varchar(40) NOT NULL,
    moved_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE suppliers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(120) NOT NULL,
    email varchar(120),
    rating smallint
);
CREATE TABLE purchase_orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    supplier_id bigint NOT NULL REFERENCES suppliers ON DELETE RESTRICT,
    number varchar(20) NOT NULL UNIQUE,
    ordered_on date NOT NULL DEFAULT CURRENT_DATE,
    expected_on date
);
CREATE TABLE purchase_lines (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    purchase_order_id bigint NOT NULL REFERENCES purchase_orders ON DELETE CASCADE,
    product_id bigint NOT NULL REFERENCES products,
    quantity integer NOT NULL,
    unit_price numeric(12,4) NOT NULL
);
CREATE TABLE shipments (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
    carrier varchar(40) NOT NULL,
    tracking varchar(60),
    shipped_at timestamp with time zone
);
CREATE TABLE shipment_events (
    id bigserial PRIMARY KEY,
    shipment_id uuid NOT NULL REFERENCES shipments ON DELETE CASCADE,
    happened_at timestamp with time zone NOT NULL,
    place varchar(120),
    raw jsonb
);
CREATE TABLE returns (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES orders,
    reason varchar(200),
    received_on date
);
CREATE TABLE departments (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(80) NOT NULL UNIQUE,
    parent_id bigint REFERENCES departments ON DELETE SET NULL
);
CREATE TABLE employees (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number varchar(10) NOT NULL UNIQUE,
    first_name varchar(60) NOT NULL,
    last_name varchar(60) NOT NULL,
    email citext NOT NULL,
    department_id bigint REFERENCES departments ON DELETE SET NULL,
    manager_id bigint REFERENCES employees ON DELETE SET NULL,
    hired_on date NOT NULL,
    left_on date,
    salary numeric(10,2)
);
CREATE TABLE teams (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(60) NOT NULL UNIQUE,
    lead_id bigint REFERENCES employees ON DELETE SET NULL
);
CREATE TABLE team_members (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    team_id bigint NOT NULL REFERENCES teams ON DELETE CASCADE,
    employee_id bigint NOT NULL REFERENCES employees ON DELETE CASCADE
);
CREATE TABLE absences (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    employee_id bigint NOT NULL REFERENCES employees ON DELETE CASCADE,
    first_day date NOT NULL,
    last_day date NOT NULL,
    kind varchar(20) NOT NULL CHECK (kind IN ('HOLIDAY', 'ILLNESS', 'OTHER'))
);
CREATE TABLE shifts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    employee_id bigint NOT NULL REFERENCES employees ON DELETE CASCADE,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    note varchar(200)
);
CREATE TABLE rooms (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(40) NOT NULL UNIQUE,
    seats integer NOT NULL DEFAULT 4
);
CREATE TABLE bookings (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    room_id bigint NOT NULL REFERENCES rooms ON DELETE CASCADE,
    employee_id bigint NOT NULL REFERENCES employees,
    starts_at timestamp NOT NULL,
    ends_at timestamp NOT NULL
);
CREATE TABLE documents (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    employee_id bigint NOT NULL REFERENCES employees ON DELETE CASCADE,
    name varchar(120) NOT NULL,
    content bytea,
    mime varchar(60) NOT NULL DEFAULT 'application/pdf'
);
CREATE TABLE skills (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name citext NOT NULL,
    level smallint NOT NULL DEFAULT 1
);
CREATE TABLE pages (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug varchar(120) NOT NULL,
    title varchar(200) NOT NULL,
    body text,
    published boolean NOT NULL DEFAULT false,
    published_at timestamp with time zone,
    author_id bigint REFERENCES employees ON DELETE SET NULL
);
CREATE TABLE page_revisions (
    id bigserial PRIMARY KEY,
    page_id bigint NOT NULL REFERENCES pages ON DELETE CASCADE,
    version integer NOT NULL,
    body text,
    saved_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE media (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    file_name varchar(200) NOT NULL,
    mime varchar(60) NOT NULL,
    bytes bigint NOT NULL DEFAULT 0,
    meta jsonb
);
CREATE TABLE menus (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(60) NOT NULL UNIQUE,
    locale varchar(5) NOT NULL DEFAULT 'en'
);
CREATE TABLE menu_entries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    menu_id bigint NOT NULL REFERENCES menus ON DELETE CASCADE,
    position integer NOT NULL,
    label varchar(80) NOT NULL,
    page_id bigint REFERENCES pages ON DELETE SET NULL
);
CREATE TABLE newsletters (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject varchar(200) NOT NULL,
    body text NOT NULL,
    sent_at timestamp with time zone
);
CREATE TABLE subscriptions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email citext NOT NULL,
    locale varchar(5) NOT NULL DEFAULT 'en',
    confirmed_at timestamp with time zone
);
CREATE TABLE audit_log (
    id bigserial PRIMARY KEY,
    at timestamp with time zone NOT NULL DEFAULT now(),
    actor varchar(80) NOT NULL,
    action varchar(40) NOT NULL,
    entity varchar(80) NOT NULL,
    entity_id varchar(60),
    changes jsonb
);
CREATE TABLE settings (
    name varchar(80) PRIMARY KEY,
    value text NOT NULL,
    updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE translations (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    locale varchar(5) NOT NULL,
    message_key varchar(120) NOT NULL,
    value text NOT NULL
);

-- What no entity can say

CREATE UNIQUE INDEX customers_mail_key ON customers (lower(email::text)) WHERE deleted_at IS NULL;
CREATE INDEX customers_name_trgm ON customers USING gin (name gin_trgm_ops);
CREATE INDEX leads_payload_idx ON leads USING gin (payload jsonb_path_ops);
CREATE INDEX leads_created_brin ON leads USING brin (created_at);
CREATE INDEX leads_email_hash ON leads USING hash (email);
CREATE INDEX categories_path_idx ON categories USING gist (path);
CREATE UNIQUE INDEX brands_slug_key ON brands (lower(slug));
CREATE INDEX products_attributes_idx ON products USING gin (attributes);
CREATE INDEX products_tags_idx ON products USING gin (tags);
CREATE INDEX products_search_idx ON products USING gin (search);
CREATE INDEX products_name_like ON products (name varchar_pattern_ops);
CREATE INDEX products_active_brand ON products (brand_id) WHERE active;
CREATE INDEX product_variants_cover ON product_variants (product_id) INCLUDE (sku, color, size);
CREATE INDEX attributes_options_idx ON attributes USING gin (options);
CREATE INDEX orders_recent ON orders (customer_id, placed_at DESC) INCLUDE (total);
CREATE UNIQUE INDEX orders_one_new ON orders (customer_id) WHERE status = 'NEW';
CREATE INDEX orders_placed_brin ON orders USING brin (placed_at);
CREATE INDEX invoices_month ON invoices (date_trunc('month', issued_on::timestamp));
CREATE UNIQUE INDEX coupons_code_key ON coupons (upper(code));
CREATE INDEX shipment_events_raw ON shipment_events USING gin (raw);
CREATE INDEX stock_movements_brin ON stock_movements USING brin (moved_at) WITH (pages_per_range = 32);
CREATE INDEX employees_name ON employees (last_name COLLATE "C", first_name COLLATE "C");
CREATE UNIQUE INDEX pages_slug_key ON pages (lower(slug));
CREATE INDEX media_meta_idx ON media USING gin (meta);
CREATE INDEX audit_log_at ON audit_log USING brin (at);
CREATE INDEX audit_log_changes ON audit_log USING gin (changes jsonb_path_ops);

ALTER TABLE prices ADD CONSTRAINT prices_one_at_a_time EXCLUDE USING gist
    (price_list_id WITH =, product_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE bookings ADD CONSTRAINT bookings_no_overlap EXCLUDE USING gist
    (room_id WITH =, tsrange(starts_at, ends_at) WITH &&);
ALTER TABLE shifts ADD CONSTRAINT shifts_no_overlap EXCLUDE USING gist
    (employee_id WITH =, tstzrange(starts_at, ends_at) WITH &&);
ALTER TABLE absences ADD CONSTRAINT absences_no_overlap EXCLUDE USING gist
    (employee_id WITH =, daterange(first_day, last_day, '[]') WITH &&) WHERE (kind <> 'OTHER');

ALTER TABLE stock ADD CONSTRAINT stock_place UNIQUE (bin_id, product_id) INCLUDE (quantity);
ALTER TABLE menu_entries ADD CONSTRAINT menu_entries_order UNIQUE (menu_id, position) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE customers ADD CONSTRAINT customers_credit CHECK (credit_limit >= 0);
ALTER TABLE customers ADD CONSTRAINT customers_closed CHECK (status <> 'CLOSED' OR deleted_at IS NOT NULL);
ALTER TABLE customer_groups ADD CHECK (discount BETWEEN 0 AND 100);
ALTER TABLE price_lists ADD CONSTRAINT price_lists_valid CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE prices ADD CHECK (amount >= 0);
ALTER TABLE reviews ADD CHECK (rating BETWEEN 1 AND 5);
ALTER TABLE order_items ADD CHECK (quantity > 0);
ALTER TABLE cart_items ADD CHECK (quantity > 0);
ALTER TABLE coupons ADD CHECK (percent > 0 AND percent <= 100);
ALTER TABLE invoices ADD CONSTRAINT invoices_due CHECK (due_on >= issued_on);
ALTER TABLE bookings ADD CHECK (ends_at > starts_at);
ALTER TABLE absences ADD CHECK (last_day >= first_day);
ALTER TABLE employees ADD CONSTRAINT employees_left CHECK (left_on IS NULL OR left_on >= hired_on);
ALTER TABLE suppliers ADD CONSTRAINT suppliers_rating CHECK (rating BETWEEN 1 AND 10);
ALTER TABLE pages ADD CHECK (slug ~ '^[a-z0-9-]+$');

CREATE SEQUENCE invoice_numbers START WITH 1000;
ALTER TABLE invoices ALTER COLUMN number SET DEFAULT 'I' || nextval('invoice_numbers');

COMMENT ON TABLE customers IS 'Everybody who has ever bought something';
COMMENT ON COLUMN customers.number IS 'As it stands on invoices; never given twice';
COMMENT ON COLUMN customers.deleted_at IS 'Customers are not deleted before ten years are over';
COMMENT ON TABLE products IS 'What can be bought, and what could be';
COMMENT ON COLUMN products.search IS 'For the search field of the shop';
COMMENT ON TABLE orders IS 'Orders, from the basket to the end';
COMMENT ON COLUMN orders.total IS 'With taxes, as the customer has seen it';
COMMENT ON COLUMN prices.amount IS 'Without taxes';
COMMENT ON COLUMN stock.quantity IS 'May be negative while somebody counts';
COMMENT ON TABLE audit_log IS 'Written by the shop and by people with psql';
COMMENT ON COLUMN employees.salary IS 'A month, before taxes';
COMMENT ON INDEX orders_one_new IS 'One basket becomes one order';

CREATE VIEW open_orders AS SELECT id, number, customer_id, total FROM orders WHERE status IN ('NEW', 'PAID');
CREATE MATERIALIZED VIEW sales_by_day AS
    SELECT date_trunc('day', placed_at) AS day, sum(total) AS total FROM orders GROUP BY 1;
CREATE UNIQUE INDEX sales_by_day_key ON sales_by_day (day);

-- What other tools have left

CREATE TABLE flyway_schema_history_shop (installed_rank integer PRIMARY KEY, version varchar(50),
    description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer,
    installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(),
    execution_time integer NOT NULL, success boolean NOT NULL);
CREATE INDEX flyway_schema_history_shop_s_idx ON flyway_schema_history_shop (success);
CREATE TABLE changes_of_hr (id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL,
    dateexecuted timestamp NOT NULL, orderexecuted integer NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35));
CREATE TABLE changes_of_hr_lock (id integer PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp,
    lockedby varchar(255));

-- Where the entities and the tables do not agree

ALTER TABLE customers ADD COLUMN fax varchar(30);
ALTER TABLE suppliers ALTER COLUMN email TYPE varchar(100);
ALTER TABLE shipments ALTER COLUMN carrier DROP NOT NULL;
ALTER TABLE reviews DROP COLUMN title;
CREATE INDEX orders_status_idx ON orders (status);
ALTER TABLE invoice_lines ADD CONSTRAINT invoice_lines_position UNIQUE (invoice_id, position);
CREATE TABLE legacy_import (line integer PRIMARY KEY, content text);

-- Rows

INSERT INTO countries VALUES ('DE', 'Germany', 19), ('FR', 'France', 20);
INSERT INTO customers (number, name, email, country_code) VALUES ('C1', 'Ann', 'Ann@example.org', 'DE'),
    ('C2', 'Bob', 'bob@example.org', 'FR');
INSERT INTO brands (name, slug) VALUES ('Acme', 'acme');
INSERT INTO categories (name, path) VALUES ('Tools', 'top.tools');
INSERT INTO products (sku, name, brand_id, category_id, attributes, tags, price)
    VALUES ('S1', 'Hammer', 1, 1, '{"weight": 1}', '{iron,wood}', 12.50);
INSERT INTO reviews (product_id, customer_id, rating) VALUES (1, 1, 5);
INSERT INTO orders (number, customer_id, total) VALUES ('O1', 1, 25);
INSERT INTO order_items (order_id, product_id, quantity, unit_price) VALUES (1, 1, 2, 12.50);
INSERT INTO shipments (order_id, carrier) VALUES (1, 'Post');
INSERT INTO suppliers (name, email) VALUES ('Forge', 'forge@example.org');
INSERT INTO rooms (name) VALUES ('Blue');
INSERT INTO employees (number, first_name, last_name, email, hired_on)
    VALUES ('E1', 'Eve', 'Adams', 'eve@example.org', '2020-01-01');
INSERT INTO bookings (room_id, employee_id, starts_at, ends_at)
    VALUES (1, 1, '2026-01-01 10:00', '2026-01-01 11:00');
INSERT INTO legacy_import VALUES (1, 'x');
INSERT INTO flyway_schema_history_shop VALUES (1, '1', 'init', 'SQL', 'V1__init.sql', 1, 'me', now(), 1, true);
