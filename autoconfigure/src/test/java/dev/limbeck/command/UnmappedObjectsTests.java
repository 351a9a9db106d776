package dev.limbeck.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.ComparisonRequest;
import dev.limbeck.autogenerate.ModelComparison;
import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.autogenerate.UnmappedObject;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.UnmappedKind;
import dev.limbeck.compare.UnmappedObjects;
import dev.limbeck.schema.Extent;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableBuilder;
import dev.limbeck.schema.TableHints;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.text;
import static dev.limbeck.schema.ColumnTypes.uuid;
import static dev.limbeck.schema.ColumnTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares models of entities with tables that have what no entity can say.
 */
class UnmappedObjectsTests {

	private static final String TABLES = """
			CREATE TABLE owners (id bigint PRIMARY KEY, mail varchar(80));
			CREATE TABLE t (
			    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
			    name text DEFAULT 'new' COLLATE "C",
			    price integer NOT NULL DEFAULT 0 CONSTRAINT price_is_positive CHECK (price >= 0),
			    code varchar(20),
			    twice integer GENERATED ALWAYS AS (price * 2) STORED,
			    owner_id bigint REFERENCES owners ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
			    CONSTRAINT t_code_key UNIQUE (code) INCLUDE (price),
			    CONSTRAINT t_name_price UNIQUE (name, price) DEFERRABLE,
			    CONSTRAINT t_one_price EXCLUDE (name WITH =, price WITH =)
			);
			CREATE INDEX t_lower ON t (lower(name));
			CREATE INDEX t_some ON t (price) WHERE price > 5;
			CREATE INDEX t_words ON t USING gin (to_tsvector('simple', name));
			CREATE INDEX t_brin ON t USING brin (price);
			CREATE INDEX t_hash ON t USING hash (code);
			CREATE INDEX t_pattern ON t (code varchar_pattern_ops);
			CREATE INDEX t_more ON t (owner_id) INCLUDE (price);
			COMMENT ON TABLE t IS 'of the table';
			COMMENT ON COLUMN t.name IS 'of the column';
			""";

	@TempDir
	private Path path;

	private static void model(SchemaBuilder schema) {
		model(schema, (t) -> {
		});
	}

	private static void model(SchemaBuilder schema, Consumer<TableBuilder> more) {
		schema.table("owners", (t) -> t.column("id", bigint()).column("mail", varchar(80)).primaryKey("id"));
		schema.table("t", (t) -> {
			t.column("id", bigint(), (c) -> c.identity());
			t.column("name", text());
			t.column("price", integer(), (c) -> c.notNull());
			t.column("code", varchar(20));
			t.column("twice", integer());
			t.column("owner_id", bigint());
			t.primaryKey("id");
			t.unique("code");
			t.foreignKey("owner_id", "owners", "id");
			more.accept(t);
		});
	}

	private static Schema entities(TableHints hints, Consumer<SchemaBuilder> model) {
		Schema schema = Schema.of(model);
		List<Table> tables = schema.tables()
			.stream()
			.map((table) -> table
				.withHints((table.name().name().equals("owners") ? TableHints.NONE : hints).extent(Extent.ENTITY)))
			.toList();
		return new Schema(List.of(), List.of(), List.of(), List.of(), tables, List.of(), List.of(), List.of());
	}

	private ModelComparison compare(String ddl, Schema schema, Set<UnmappedKind> dropped) {
		ComparisonOptions options = ComparisonOptions.DEFAULTS.unmapped(UnmappedObjects.KEPT.drop(dropped));
		return new ModelProject(this.path).revision("a1", "", ddl, "SELECT 1;").builder((unused) -> {
		})
			.targetMetadata(() -> List.of(new ModelProject.Model(schema)))
			.comparison(options)
			.build()
			.compare(ComparisonRequest.ofRevisions());
	}

	private static List<String> descriptions(ModelComparison comparison) {
		return comparison.differences().stream().map(ModelDifference::description).toList();
	}

	@Test
	void whatNoEntityCanSayIsNoDifferenceAndIsTold() {
		ModelComparison comparison = compare(TABLES, entities(TableHints.NONE, UnmappedObjectsTests::model), Set.of());
		assertThat(descriptions(comparison)).isEmpty();
		assertThat(comparison.kept()).extracting((kept) -> kept.kind() + " " + kept.name())
			.containsExactlyInAnyOrder("comment t", "comment name", "default id", "default name", "default price",
					"default twice", "unique-constraint t_code_key", "unique-constraint t_name_price",
					"foreign-key-action t_owner_id_fkey", "check-constraint price_is_positive",
					"exclude-constraint t_one_price", "index t_lower", "index t_some", "index t_words", "index t_brin",
					"index t_hash", "index t_pattern", "index t_more");
		assertThat(comparison.kept()).filteredOn((kept) -> kept.name().equals("t_some"))
			.containsExactly(new UnmappedObject("index", "index", "t", "t_some", "[price] where price > 5",
					"index t.t_some", "no mapping can say it, so it is left to the revisions"));
	}

	@Test
	void whatIsToBeDroppedIsADifferenceAsEver() {
		ModelComparison comparison = compare(TABLES, entities(TableHints.NONE, UnmappedObjectsTests::model),
				EnumSet.allOf(UnmappedKind.class));
		assertThat(comparison.kept()).isEmpty();
		assertThat(descriptions(comparison)).hasSize(17)
			.contains("removed index t.t_lower", "removed check constraint t.price_is_positive", "table t: comment")
			.anyMatch((line) -> line.startsWith("foreign key t."));
	}

	@Test
	void constraintOfTheSameNameIsTheOneThatIsCompleted() {
		String ddl = "CREATE TABLE owners (i bigint PRIMARY KEY); CREATE TABLE t (a bigint, b bigint,"
				+ " CONSTRAINT a_deferred UNIQUE (a) DEFERRABLE, CONSTRAINT u UNIQUE (a),"
				+ " CONSTRAINT a_cascading FOREIGN KEY (b) REFERENCES owners ON DELETE CASCADE,"
				+ " CONSTRAINT f FOREIGN KEY (b) REFERENCES owners);";
		Schema schema = entities(TableHints.NONE,
				(model) -> model.table("owners", (o) -> o.column("i", bigint()).primaryKey("i"))
					.table("t",
							(t) -> t.column("a", bigint())
								.column("b", bigint())
								.unique(List.of("a"), (u) -> u.name("u"))
								.foreignKey("b", "owners", "i", (f) -> f.name("f"))));
		assertThat(descriptions(compare(ddl, schema, Set.of())))
			.noneMatch((description) -> description.startsWith("unique constraint t.u")
					|| description.startsWith("foreign key t.f"));
	}

	@Test
	void singleKindsAreDropped() {
		assertThat(descriptions(compare(TABLES, entities(TableHints.NONE, UnmappedObjectsTests::model),
				EnumSet.of(UnmappedKind.CHECK_CONSTRAINT, UnmappedKind.COMMENT))))
			.containsExactlyInAnyOrder("removed check constraint t.price_is_positive", "table t: comment",
					"column t.name: comment 'of the column' → none");
	}

	@Test
	void whatIsMappedAndDiffersIsReported() {
		Schema schema = entities(TableHints.NONE, (builder) -> {
			builder.table("owners", (t) -> t.column("id", bigint()).column("mail", varchar(80)).primaryKey("id"));
			builder.table("t", (t) -> {
				t.column("id", bigint(), (c) -> c.identity());
				t.column("name", text(), (c) -> c.serverDefault("'old'::text").comment("other"));
				t.column("price", integer(), (c) -> c.notNull());
				t.column("code", varchar(20));
				t.column("twice", integer());
				t.column("owner_id", bigint());
				t.primaryKey("id");
				t.unique("code");
				t.foreignKey("owner_id", "owners", "id", (key) -> key.onDelete(ReferentialAction.SET_NULL));
				t.check("price > 0", (check) -> check.name("price_is_positive"));
				t.index((index) -> index.name("t_some").columns("price"));
			});
		});
		assertThat(descriptions(compare(TABLES, schema, Set.of()))).containsExactlyInAnyOrder(
				"column t.name: default 'new'::text → 'old'::text, comment 'of the column' → 'other'",
				"index t.t_some: [price] where price > 5 → [price]",
				"check constraint t.price_is_positive: (price >= 0) → (price > 0)",
				"foreign key t.fk_t_owner_id_owners: [owner_id] to owners[id] on delete cascade on update set null "
						+ "deferrable initially deferred → [owner_id] to owners[id] on delete set null on update "
						+ "set null deferrable initially deferred");
	}

	@Test
	void plainIndexesAndKeysAreReportedSinceAnEntityHasWordsForThem() {
		String ddl = TABLES + "CREATE INDEX t_plain ON t (code DESC); ALTER TABLE t ADD UNIQUE (twice);";
		assertThat(descriptions(compare(ddl, entities(TableHints.NONE, UnmappedObjectsTests::model), Set.of())))
			.containsExactlyInAnyOrder("removed index t.t_plain", "removed unique constraint t.t_twice_key");
	}

	@Test
	void checkThatTheMappingHadBeforeIsReplaced() {
		String ddl = """
				CREATE TABLE t (id bigint PRIMARY KEY, state varchar(20), size integer, kind varchar(5),
				    CHECK (state IN ('open', 'closed')), CONSTRAINT ck_t_0123abcd CHECK (size > 0),
				    CONSTRAINT never CHECK (state <> 'closed' OR size > 5), CONSTRAINT kind_of_size CHECK (kind <> 'size'));
				""";
		Schema schema = entities(TableHints.NONE,
				(builder) -> builder.table("t",
						(t) -> t.column("id", bigint())
							.column("state", varchar(20))
							.column("size", integer())
							.column("kind", varchar(5))
							.primaryKey("id")
							.check("state IN ('open', 'closed', 'lost')")));
		ModelComparison comparison = compare(ddl, schema, Set.of());
		assertThat(descriptions(comparison)).hasSize(3)
			.contains("removed check constraint t.t_state_check", "removed check constraint t.ck_t_0123abcd")
			.anyMatch((line) -> line.startsWith("added check constraint t.ck_t_"));
		assertThat(comparison.kept()).extracting(UnmappedObject::name)
			.containsExactlyInAnyOrder("never", "kind_of_size");
	}

	@Test
	void checkOfTheWholeRowIsKeptBesideANewOne() {
		Schema schema = entities(TableHints.NONE,
				(model) -> model.table("t",
						(t) -> t.column("id", bigint())
							.column("a", integer())
							.primaryKey("id")
							.check("a > 0", (check) -> check.name("a_is_positive"))));
		ModelComparison comparison = compare(
				"CREATE TABLE t (id bigint PRIMARY KEY, a integer, CONSTRAINT something CHECK (num_nonnulls(t.*) > 0));",
				schema, Set.of());
		assertThat(descriptions(comparison)).containsExactly("added check constraint t.a_is_positive");
	}

	@Test
	void checkIsKeptBesideOneWhoseConditionsAreInAnotherOrder() {
		Schema schema = entities(TableHints.NONE,
				(model) -> model.table("t",
						(t) -> t.column("id", bigint())
							.column("a", integer())
							.primaryKey("id")
							.check("a < 9 AND a > 0", (check) -> check.name("a_is_small"))));
		ModelComparison comparison = compare("""
				CREATE TABLE t (id bigint PRIMARY KEY, a integer, CONSTRAINT a_is_small CHECK (a > 0 AND a < 9),
				    CONSTRAINT a_is_not_five CHECK (a <> 5));
				""", schema, Set.of());
		assertThat(descriptions(comparison)).isEmpty();
	}

	@Test
	void whatGoesWithAColumnThatIsRemovedComesBackWithIt() {
		String ddl = "CREATE TABLE t (id bigint PRIMARY KEY, old text, CONSTRAINT old_says CHECK (old <> '')); "
				+ "CREATE INDEX t_old ON t (lower(old));";
		Schema schema = entities(TableHints.NONE,
				(builder) -> builder.table("t", (t) -> t.column("id", bigint()).primaryKey("id")));
		assertThat(descriptions(compare(ddl, schema, Set.of()))).containsExactlyInAnyOrder("removed column t.old",
				"removed check constraint t.old_says", "removed index t.t_old");
	}

	@Test
	void whatIsRenamedByTheCommandKeepsWhatItHas() {
		Schema schema = entities(TableHints.NONE, (builder) -> builder.table("works",
				(t) -> t.column("id", bigint()).column("title", text()).primaryKey("id")));
		ModelComparison comparison = new ModelProject(this.path).revision("a1", "", """
				CREATE TABLE t (id bigint PRIMARY KEY, name text DEFAULT 'x' CHECK (name <> ''));
				CREATE INDEX t_lower ON t (lower(name));
				COMMENT ON COLUMN t.name IS 'kept';
				""", "SELECT 1;").builder((unused) -> {
		})
			.targetMetadata(() -> List.of(new ModelProject.Model(schema)))
			.build()
			.compare(ComparisonRequest.ofRevisions().withRenames(List.of("t=works", "works.name=title")));
		assertThat(comparison.differences()).extracting(ModelDifference::kind).containsOnly("renamed");
		assertThat(comparison.kept()).extracting(UnmappedObject::kind)
			.containsExactlyInAnyOrder("default", "comment", "check-constraint", "index");
	}

	@Test
	void generatedColumnOfAnUnmappedOneIsKept() {
		String ddl = "CREATE TABLE t (id bigint PRIMARY KEY, a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);";
		Schema schema = entities(TableHints.NONE, (builder) -> builder.table("t",
				(t) -> t.column("id", bigint()).column("b", integer()).primaryKey("id")));
		assertThat(descriptions(compare(ddl, schema, Set.of()))).containsExactly("removed column t.a");
	}

	@Test
	void defaultDoesNotOutliveATypeThatItHasNoCastTo() {
		String ddl = "CREATE TABLE t (id bigint PRIMARY KEY, code text DEFAULT 'none');";
		Schema schema = entities(TableHints.NONE, (builder) -> builder.table("t",
				(t) -> t.column("id", bigint()).column("code", uuid()).primaryKey("id")));
		assertThat(descriptions(compare(ddl, schema, Set.of()))).singleElement()
			.asString()
			.startsWith("column t.code: text → uuid");
	}

	@Test
	void nameThatTheModelGivesToSomethingNewIsNotKept() {
		String ddl = """
				CREATE TABLE t (id bigint PRIMARY KEY, mail text, size integer, CONSTRAINT uq_t_size CHECK (size > 0));
				CREATE UNIQUE INDEX uq_t_mail ON t (lower(mail));
				""";
		Schema schema = entities(TableHints.NONE,
				(builder) -> builder.table("t",
						(t) -> t.column("id", bigint())
							.column("mail", text())
							.column("size", integer())
							.primaryKey("id")
							.unique("mail")
							.unique("size")));
		assertThat(descriptions(compare(ddl, schema, Set.of()))).containsExactlyInAnyOrder(
				"added unique constraint t.uq_t_mail", "added unique constraint t.uq_t_size",
				"removed index t.uq_t_mail", "removed check constraint t.uq_t_size");
	}

	@Test
	void sequenceThatAKeptDefaultCountsOnStays() {
		String ddl = "CREATE SEQUENCE numbers; CREATE SEQUENCE others; "
				+ "CREATE TABLE t (id bigint PRIMARY KEY, number bigint DEFAULT nextval('numbers'));";
		Schema schema = entities(TableHints.NONE, (builder) -> builder.table("t",
				(t) -> t.column("id", bigint()).column("number", bigint()).primaryKey("id")));
		assertThat(descriptions(compare(ddl, schema, Set.of()))).containsExactly("removed sequence others");
		assertThat(descriptions(compare(ddl, schema, EnumSet.of(UnmappedKind.DEFAULT)))).hasSize(3);
	}

	@Test
	void whatIsKeptAndInTheWayOfANewTypeIsReported() {
		String ddl = """
				CREATE TABLE t (id bigint PRIMARY KEY, price integer, twice integer GENERATED ALWAYS AS (price * 2) STORED,
				    code varchar(40) CONSTRAINT coded CHECK (code <> ''), other text CONSTRAINT others CHECK (other <> 'code'));
				CREATE INDEX t_code ON t (lower(code));
				CREATE INDEX t_price ON t (price) WHERE price > 0;
				""";
		Schema schema = entities(TableHints.NONE,
				(builder) -> builder.table("t",
						(t) -> t.column("id", bigint())
							.column("price", bigint())
							.column("twice", integer())
							.column("code", uuid())
							.column("other", text())
							.primaryKey("id")));
		ModelComparison comparison = compare(ddl, schema, Set.of());
		assertThat(comparison.comparison().problems()).extracting((problem) -> problem.object().name().name())
			.containsExactlyInAnyOrder("coded", "t_code");
		assertThat(comparison.warnings())
			.anyMatch((warning) -> warning.startsWith("index t.t_code: It is kept, and is about column 'code'"));
	}

	@Test
	void keptColumnThatIsGeneratedFromAConvertedOneIsAddedAgainAndReported() {
		String ddl = "CREATE TABLE t (id bigint PRIMARY KEY, code text, loud text GENERATED ALWAYS AS (upper(code)) STORED);";
		Schema schema = entities(TableHints.NONE, (builder) -> builder.table("t",
				(t) -> t.column("id", bigint()).column("code", integer()).column("loud", text()).primaryKey("id")));
		ModelComparison comparison = compare(ddl, schema, Set.of());
		assertThat(descriptions(comparison))
			.contains("column t.loud: dropped while what it is generated from changes, then added again");
		assertThat(comparison.warnings())
			.anyMatch((warning) -> warning.startsWith("column t.loud: It is kept, and is about column 'code'"));
	}

	@Test
	void whatIsKeptAndReadsAColumnOfANewTypeComesBack() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		String ddl = """
				CREATE TABLE t (id bigint PRIMARY KEY, price integer, twice integer GENERATED ALWAYS AS (price * 2) STORED,
				    CONSTRAINT even EXCLUDE (twice WITH =));
				CREATE INDEX t_twice ON t ((twice + 1)) WHERE twice > 0;
				CREATE VIEW prices AS SELECT price FROM t;
				CREATE VIEW some_prices AS SELECT price FROM prices WHERE price > 0;
				CREATE MATERIALIZED VIEW known_prices AS SELECT price FROM t;
				CREATE INDEX known ON known_prices (price);
				""";
		Schema schema = entities(TableHints.NONE, (builder) -> builder.table("t",
				(t) -> t.column("id", bigint()).column("price", bigint()).column("twice", integer()).primaryKey("id")));
		ComparisonOptions options = ComparisonOptions.DEFAULTS;
		Migrations migrations = new ModelProject(this.path)
			.revision("a1", "", ddl,
					"DROP MATERIALIZED VIEW known_prices; DROP VIEW some_prices, prices; DROP TABLE t;")
			.builder((unused) -> {
			})
			.targetMetadata(() -> List.of(new ModelProject.Model(schema)))
			.comparison(options)
			.dataSource(database.dataSource())
			.build();
		migrations.upgrade("heads");
		database.execute("INSERT INTO t VALUES (1, 7), (2, 8)");
		List<String> before = kept(database);
		AutogenerateResult result = migrations.autogenerate(AutogenerateRequest.of("price"));
		assertThat(result.commented()).isFalse();
		assertThat(result.warnings())
			.anyMatch((warning) -> warning.startsWith("view some_prices: The target does not know it"));
		migrations.upgrade("heads");
		assertThat(kept(database)).isEqualTo(before);
		assertThat(migrations.compare(ComparisonRequest.ofRevisions()).differences()).isEmpty();
		migrations.downgrade("-1");
		assertThat(kept(database)).isEqualTo(before);
	}

	private static List<String> kept(TestDatabase database) {
		List<String> kept = new ArrayList<>(database.query("SELECT to_jsonb(t)::text FROM t ORDER BY id"));
		kept.addAll(database.query("SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid IN "
				+ "('t'::regclass, 'known_prices'::regclass) ORDER BY 1"));
		kept.addAll(database.query("SELECT relname || pg_get_viewdef(oid) FROM pg_class WHERE relkind IN ('v', 'm') "
				+ "AND relnamespace = 'public'::regnamespace ORDER BY 1"));
		kept.addAll(database.query("SELECT conname FROM pg_constraint WHERE conrelid = 't'::regclass ORDER BY 1"));
		return kept;
	}

	@Test
	void rowsAndWhatIsKeptOutliveAnUpgradeAndADowngrade() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		Schema schema = entities(TableHints.NONE,
				(builder) -> model(builder, (t) -> t.column("note", varchar(10)).index("owner_id")));
		Migrations migrations = new ModelProject(this.path).revision("a1", "", TABLES, "DROP TABLE t, owners;")
			.builder((unused) -> {
			})
			.targetMetadata(() -> List.of(new ModelProject.Model(schema)))
			.dataSource(database.dataSource())
			.build();
		migrations.upgrade("heads");
		database.execute("INSERT INTO owners VALUES (1, 'a@b'); INSERT INTO t (code, owner_id) VALUES ('c', 1)");
		List<String> rows = database.query("SELECT row_to_json(t)::text FROM t");
		List<String> objects = objects(database);
		migrations.autogenerate(AutogenerateRequest.of("note"));
		migrations.upgrade("heads");
		assertThat(database.query("SELECT note IS NULL AND name = 'new' AND twice = 0 FROM t")).containsExactly("t");
		assertThat(objects(database)).containsAll(objects);
		migrations.downgrade("-1");
		assertThat(database.query("SELECT row_to_json(t)::text FROM t")).isEqualTo(rows);
		assertThat(objects(database)).isEqualTo(objects);
	}

	private static List<String> objects(TestDatabase database) {
		return database.query("""
				SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 't'::regclass
				UNION ALL SELECT indexdef FROM pg_indexes WHERE tablename = 't'
				UNION ALL SELECT column_name || coalesce(column_default, '') || identity_generation
				    FROM information_schema.columns WHERE table_name = 't' AND identity_generation IS NOT NULL
				UNION ALL SELECT description FROM pg_description WHERE objoid = 't'::regclass
				ORDER BY 1
				""");
	}

	@Test
	void namesOfTheTableThatWasRenamedByTheModelCount() {
		TableHints hints = new TableHints(QualifiedName.of("t"), Map.of(), Set.of());
		Schema schema = entities(hints, (builder) -> builder.table("works",
				(t) -> t.column("id", bigint()).column("name", text()).primaryKey("id")));
		String ddl = "CREATE TABLE t (id bigint PRIMARY KEY, name text DEFAULT 'x'); CREATE INDEX ON t (lower(name));";
		assertThat(compare(ddl, schema, Set.of()).differences()).extracting(ModelDifference::kind)
			.containsOnly("renamed");
	}

}
