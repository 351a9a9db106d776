package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.cfg.MappingSettings;
import org.jspecify.annotations.Nullable;

/**
 * Reads a boot model. Views are left out: tables that Hibernate has as views, and
 * subselects.
 */
final class ModelReader {

	private final ModelLocation place;

	private final Metadata metadata;

	private final Map<String, Object> settings;

	private final Names names;

	private final BootModel model;

	ModelReader(String unit, BootModel model) {
		this.place = new ModelLocation(unit, "the model");
		this.model = model;
		this.metadata = model.metadata();
		this.settings = model.settings();
		this.names = new Names(defaultSchema(model.settings().get(MappingSettings.DEFAULT_SCHEMA)));
	}

	private static @Nullable String defaultSchema(@Nullable Object setting) {
		return (setting != null && !setting.toString().isBlank()) ? Names.of(setting.toString()) : null;
	}

	ModelSchema read() {
		Database database = this.metadata.getDatabase();
		Hints hints = new HintReader(this.metadata, this.names, this.place).read();
		new AuditHints(this.metadata, this.names, this.settings).complete(hints);
		new GeneratorReader(this.model, this.names).read(hints);
		SqlStringGenerationContext context = SqlStringGenerationContextImpl
			.fromConfigurationMap(database.getJdbcEnvironment(), database, this.settings);
		AuxiliaryObjects objects = new AuxiliaryObjects(this.place).read(database, context)
			.readTypes(this.metadata, context);
		List<Table> tables = new ArrayList<>();
		List<Sequence> sequences = new ArrayList<>();
		TableReader reader = new TableReader(this.metadata, this.names, this.place);
		SequenceReader counters = new SequenceReader(this.names, this.place);
		for (org.hibernate.boot.model.relational.Namespace namespace : database.getNamespaces()) {
			tables.addAll(tables(namespace, reader, hints));
			sequences.addAll(counters.read(namespace));
		}
		Schema schema = new Schema(namespaces(tables, sequences), objects.extensions(), objects.enumTypes(), sequences,
				tables, List.of(), List.of(), List.of());
		return new ModelSchema(schema, hints.ignored(), objects.notes());
	}

	private static List<Table> tables(org.hibernate.boot.model.relational.Namespace namespace, TableReader reader,
			Hints hints) {
		return namespace.getTables()
			.stream()
			.filter((table) -> table.isPhysicalTable() && !table.isView() && !hints.isIgnored(table))
			.map((table) -> reader.read(table, hints.of(table), hints.ignoredColumns(table)))
			.toList();
	}

	private static List<Namespace> namespaces(List<Table> tables, List<Sequence> sequences) {
		Set<String> names = new LinkedHashSet<>();
		tables.forEach((table) -> add(names, table.name().schema()));
		sequences.forEach((sequence) -> add(names, sequence.name().schema()));
		return names.stream().map((name) -> new Namespace(name, null, null)).toList();
	}

	private static void add(Set<String> names, @Nullable String name) {
		if (name != null) {
			names.add(name);
		}
	}

}
