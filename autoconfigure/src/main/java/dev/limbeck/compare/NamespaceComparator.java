package dev.limbeck.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.limbeck.operation.CreateExtension;
import dev.limbeck.operation.CreateSchema;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds the schemas and extensions that are missing. Those that are there and not wanted
 * are nobody's to drop.
 */
final class NamespaceComparator {

	private final ComparisonBuilder findings;

	private final Schema database;

	private final Schema target;

	NamespaceComparator(ComparisonBuilder findings, Schema database, Schema target) {
		this.findings = findings;
		this.database = database;
		this.target = target;
	}

	void compare() {
		Set<String> actual = this.database.namespaces().stream().map(Namespace::name).collect(Collectors.toSet());
		wanted().forEach((name, namespace) -> {
			if (!actual.contains(name)) {
				this.findings.added(ComparedObject.of(ObjectType.SCHEMA, QualifiedName.of(name)), name)
					.step(Phase.CREATE_SCHEMAS, new CreateSchema(namespace, false));
			}
		});
		Set<String> installed = this.database.extensions().stream().map(Extension::name).collect(Collectors.toSet());
		for (Extension extension : this.target.extensions()) {
			if (!installed.contains(extension.name())) {
				this.findings
					.added(ComparedObject.of(ObjectType.EXTENSION, QualifiedName.of(extension.name())),
							extension.name())
					.step(Phase.CREATE_EXTENSIONS, new CreateExtension(extension, true, false));
			}
		}
	}

	private Map<String, Namespace> wanted() {
		Map<String, Namespace> wanted = new LinkedHashMap<>();
		this.target.namespaces().forEach((namespace) -> wanted.put(namespace.name(), namespace));
		this.target.enumTypes().forEach((type) -> add(wanted, type.name().schema()));
		this.target.sequences().forEach((sequence) -> add(wanted, sequence.name().schema()));
		this.target.tables().forEach((table) -> add(wanted, table.name().schema()));
		this.target.views().forEach((view) -> add(wanted, view.name().schema()));
		this.target.materializedViews().forEach((view) -> add(wanted, view.name().schema()));
		this.target.routines().forEach((routine) -> add(wanted, routine.name().schema()));
		return wanted;
	}

	private static void add(Map<String, Namespace> wanted, @Nullable String schema) {
		if (schema != null) {
			wanted.putIfAbsent(schema, new Namespace(schema, null, null));
		}
	}

}
