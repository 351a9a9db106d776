package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.schema.Extent;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.schema.Table;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;

/**
 * A database that was there before the entities that know a part of it, and the revision
 * that is written for them.
 */
final class InheritedProject {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final ModelProject project;

	private final Consumer<MigrationsBuilder> settings;

	private final Schema model;

	InheritedProject(Path path, String tables, Consumer<SchemaBuilder> entities) {
		this(path, tables, entities, (builder) -> {
		});
	}

	InheritedProject(Path path, String tables, Consumer<SchemaBuilder> entities, Consumer<MigrationsBuilder> settings) {
		this.project = new ModelProject(path).revision("a1", "", tables, "SELECT 1;");
		this.settings = settings;
		Schema schema = Schema.of(entities);
		List<Table> mapped = schema.tables()
			.stream()
			.map((table) -> table.withHints(table.hints().extent(Extent.ENTITY)))
			.toList();
		this.model = new Schema(List.of(), List.of(), schema.enumTypes(), schema.sequences(), mapped, List.of(),
				List.of(), List.of());
		migrations().upgrade("heads");
	}

	TestDatabase database() {
		return this.database;
	}

	Migrations migrations() {
		MigrationsBuilder builder = this.project.builder((unused) -> {
		}).targetMetadata(() -> List.of(new ModelProject.Model(this.model))).dataSource(this.database.dataSource());
		this.settings.accept(builder);
		return builder.build();
	}

	AutogenerateResult write(boolean allowDrop) {
		AutogenerateRequest request = AutogenerateRequest.of("model");
		return migrations().autogenerate(allowDrop ? request.withAllowDrop() : request);
	}

	static String upgrade(AutogenerateResult result) {
		String revision = result.revisions().get(0).content();
		return revision.substring(revision.indexOf("-- migrate:upgrade"), revision.indexOf("-- migrate:downgrade"));
	}

	static String downgrade(AutogenerateResult result) {
		String revision = result.revisions().get(0).content();
		return revision.substring(revision.indexOf("-- migrate:downgrade"));
	}

	/**
	 * Return what the catalog has about the objects of the application.
	 * @return a line for each
	 */
	List<String> objects() {
		return this.database.query("""
				WITH o AS (SELECT c.* FROM pg_class c WHERE c.relnamespace IN ('public'::regnamespace,
				    to_regnamespace('app')) AND c.relname NOT LIKE 'migrations%')
				SELECT concat_ws(' ', 'column', o.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
				    a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid))
				    FROM o JOIN pg_attribute a ON a.attrelid = o.oid LEFT JOIN pg_attrdef d ON d.adrelid = o.oid
				        AND d.adnum = a.attnum WHERE o.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0
				        AND NOT a.attisdropped
				UNION ALL SELECT 'index ' || pg_get_indexdef(o.oid) FROM o WHERE o.relkind IN ('i', 'I')
				UNION ALL SELECT concat_ws(' ', 'constraint', o.oid::regclass, k.conname, pg_get_constraintdef(k.oid))
				    FROM o JOIN pg_constraint k ON k.conrelid = o.oid
				UNION ALL SELECT concat_ws(' ', 'sequence', o.oid::regclass, s.seqtypid::regtype, s.seqstart,
				    s.seqincrement, p.refobjid::regclass, a.attname, p.deptype) FROM o JOIN pg_sequence s
				    ON s.seqrelid = o.oid LEFT JOIN pg_depend p ON p.classid = 'pg_class'::regclass AND p.objid = o.oid
				        AND p.refobjsubid > 0 AND p.deptype IN ('a', 'i')
				        LEFT JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
				UNION ALL SELECT concat_ws(' ', 'view', o.oid::regclass, pg_get_viewdef(o.oid)) FROM o
				    WHERE o.relkind IN ('v', 'm')
				UNION ALL SELECT concat_ws(' ', 'partition', o.oid::regclass, i.inhparent::regclass,
				    pg_get_expr(o.relpartbound, o.oid)) FROM o JOIN pg_inherits i ON i.inhrelid = o.oid
				UNION ALL SELECT 'type ' || t.typname || array_agg(e.enumlabel ORDER BY e.enumsortorder)::text
				    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname
				ORDER BY 1
				""");
	}

}
