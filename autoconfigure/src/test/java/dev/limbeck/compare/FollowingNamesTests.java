package dev.limbeck.compare;

import java.sql.SQLException;
import java.util.Set;

import dev.limbeck.compare.RenamedModel.Client;
import dev.limbeck.compare.RenamedModel.Customer;
import dev.limbeck.compare.RenamedModel.CustomerWithNumbers;
import dev.limbeck.compare.RenamedModel.Tag;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is renamed because its name is made of one that has changed, on rows of
 * Hibernate's.
 */
class FollowingNamesTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@AutoClose
	private final MatrixDatabase session = new MatrixDatabase(this.database);

	@Test
	void everythingOfAnEntityIsRenamedWithIt() throws SQLException {
		create();
		Schema before = this.session.inspect();
		Schema target = new MappedRows(this.database, Client.class, Tag.class).schema();
		Comparison comparison = this.session.compare(target, ComparisonOptions.DEFAULTS);
		assertThat(comparison.differences()).extracting(Difference::description)
			.containsExactlyInAnyOrder("renamed table customers to clients",
					"renamed table customers_aud to clients_aud", "renamed table customer_phones to client_phones",
					"renamed table customer_phones_aud to client_phones_aud",
					"renamed table customers_tags to clients_tags",
					"renamed table customers_tags_aud to clients_tags_aud",
					"renamed column client_phones.customer_id to client_id",
					"renamed column client_phones_aud.customer_id to client_id",
					"renamed column clients_tags.customer_id to client_id",
					"renamed column clients_tags_aud.customer_id to client_id",
					"renamed sequence customers_seq to clients_seq");
		this.session.apply(comparison.directives().upgrade());
		assertThat(this.session.compare(target, ComparisonOptions.DEFAULTS).differences()).isEmpty();
		assertThat(new MappedRows(this.database, Client.class, Tag.class).insert(new Client(), (client) -> client.id))
			.isEqualTo(2L);
		assertThat(this.database.query("SELECT client_id || ' ' || phones FROM client_phones ORDER BY 1"))
			.containsExactly("1 123", "2 456");
		assertThat(this.database.query("SELECT count(*) FROM client_phones_aud")).containsExactly("2");
		this.session.apply(comparison.directives().downgrade());
		assertThat(DetectionMatrixTests.back(this.session, before)).isEmpty();
		assertThat(new MappedRows(this.database, Customer.class, Tag.class).insert(new Customer(),
				(customer) -> customer.id))
			.isEqualTo(52L);
		assertThat(this.database.query("SELECT name FROM customers_aud ORDER BY id")).containsExactly("old", "new",
				"old");
	}

	@Test
	void everythingOfAnAttributeIsRenamedWithIt() throws SQLException {
		create();
		Schema before = this.session.inspect();
		Schema target = new MappedRows(this.database, CustomerWithNumbers.class, Tag.class).schema();
		Comparison comparison = this.session.compare(target, ComparisonOptions.DEFAULTS);
		assertThat(comparison.differences()).extracting(Difference::description)
			.containsExactlyInAnyOrder("renamed table customer_phones to customer_numbers",
					"renamed table customer_phones_aud to customer_numbers_aud",
					"renamed column customer_numbers.phones to numbers",
					"renamed column customer_numbers_aud.phones to numbers", "renamed column customers.name to title",
					"renamed column customers_aud.name to title");
		this.session.apply(comparison.directives().upgrade());
		assertThat(this.session.compare(target, ComparisonOptions.DEFAULTS).differences()).isEmpty();
		new MappedRows(this.database, CustomerWithNumbers.class, Tag.class).insert(new CustomerWithNumbers(),
				(customer) -> customer.id);
		assertThat(this.database.query("SELECT numbers FROM customer_numbers ORDER BY 1")).containsExactly("123",
				"456");
		this.session.apply(comparison.directives().downgrade());
		assertThat(DetectionMatrixTests.back(this.session, before)).isEmpty();
		assertThat(this.database.query("SELECT phones FROM customer_phones_aud ORDER BY 1")).containsExactly("123",
				"456");
	}

	private void create() throws SQLException {
		MappedRows old = new MappedRows(this.database, Customer.class, Tag.class);
		this.session.apply(this.session.compare(old.schema(), ComparisonOptions.DEFAULTS).directives().upgrade());
		assertThat(old.insert(new Customer(), (customer) -> customer.id)).isEqualTo(1L);
		this.database.execute("INSERT INTO tags VALUES (7); INSERT INTO customers_tags VALUES (1, 7)");
	}

	@Test
	void whatSomebodyHasSaidIsFollowedByTheSequenceOfTheColumn() throws SQLException {
		this.database.execute("CREATE TABLE users (id bigserial PRIMARY KEY, name text); CREATE TABLE users_roles"
				+ " (user_id bigint REFERENCES users, role text); INSERT INTO users (name) VALUES ('a'), ('b');"
				+ "INSERT INTO users_roles VALUES (2, 'x')");
		Schema before = this.session.inspect();
		Schema target = target("CREATE SEQUENCE people_number_seq; CREATE TABLE people"
				+ " (number bigint PRIMARY KEY DEFAULT nextval('people_number_seq'), name text);"
				+ "CREATE TABLE people_roles (person_id bigint REFERENCES people, role text)");
		Comparison comparison = this.session
			.compare(target, said(new RenameCandidate(ObjectType.TABLE, null, name("users"), name("people")),
					new RenameCandidate(ObjectType.COLUMN, name("people"), name("id"), name("number")),
					new RenameCandidate(ObjectType.COLUMN, name("people_roles"), name("user_id"), name("person_id"))));
		assertThat(comparison.differences()).extracting(Difference::kind).containsOnly(DifferenceKind.RENAMED);
		assertThat(comparison.differences()).extracting(Difference::description)
			.contains("renamed table users_roles to people_roles",
					"renamed sequence users_id_seq to people_number_seq");
		this.session.apply(comparison.directives().upgrade());
		assertThat(this.database.query("INSERT INTO people (name) VALUES ('c') RETURNING number")).containsExactly("3");
		this.session.apply(comparison.directives().downgrade());
		assertThat(DetectionMatrixTests.back(this.session, before)).isEmpty();
		assertThat(this.database.query("INSERT INTO users (name) VALUES ('d') RETURNING id")).containsExactly("4");
	}

	@Test
	void whatIsWantedUnderItsNameIsNotRenamed() throws SQLException {
		this.database
			.execute("CREATE TABLE users (id int); CREATE TABLE users_roles (id int); CREATE SEQUENCE users_seq");
		Schema target = target("CREATE TABLE people (id int); CREATE TABLE people_roles (id int);"
				+ "CREATE TABLE users_roles (id int); CREATE SEQUENCE people_seq; CREATE SEQUENCE users_seq");
		assertThat(this.session
			.compare(target, said(new RenameCandidate(ObjectType.TABLE, null, name("users"), name("people"))))
			.differences()).extracting(Difference::description)
			.containsExactlyInAnyOrder("renamed table users to people", "added table people_roles",
					"added sequence people_seq");
	}

	@Test
	void namesAreMadeOfWords() {
		assertThat(new NameChange("user", "person").before("superperson_roles")).isNull();
		assertThat(new NameChange("user", "person").before("my_person_roles")).isEqualTo("my_user_roles");
		assertThat(new NameChange("t_users", "t_people").forms()).extracting(NameChange::from)
			.containsExactly("t_users", "users");
		assertThat(new NameChange("categories", "families").forms()).contains(new NameChange("category", "family"));
		assertThat(new NameChange("a_b", "c_d").words()).contains(new NameChange("a", "c"), new NameChange("b", "d"));
	}

	private static ComparisonOptions said(RenameCandidate... renames) {
		return ComparisonOptions.DEFAULTS.renames(new Renames(Set.of(renames)));
	}

	private static QualifiedName name(String name) {
		return QualifiedName.of(name);
	}

	private Schema target(String ddl) throws SQLException {
		TestDatabase other = PostgresServer.shared().createDatabase();
		other.execute(ddl);
		try (MatrixDatabase there = new MatrixDatabase(other)) {
			return there.inspect();
		}
	}

}
