package dev.limbeck.metadata.jpa;

import java.util.Map;

import dev.limbeck.schema.QualifiedName;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Passes what is said about an entity on to the table in which Envers keeps its history:
 * it is left out with the entity, and has the names that the entity gives it.
 */
final class AuditHints {

	private static final String PREFIX = "org.hibernate.envers.audit_table_prefix";

	private static final String SUFFIX = "org.hibernate.envers.audit_table_suffix";

	private final Metadata metadata;

	private final Names names;

	private final String prefix;

	private final String suffix;

	AuditHints(Metadata metadata, Names names, Map<String, Object> settings) {
		this.metadata = metadata;
		this.names = names;
		this.prefix = settings.getOrDefault(PREFIX, "").toString();
		this.suffix = settings.getOrDefault(SUFFIX, "_AUD").toString();
	}

	/**
	 * Pass the hints of all entities on.
	 * @param hints the hints
	 */
	void complete(Hints hints) {
		for (PersistentClass entity : this.metadata.getEntityBindings()) {
			PersistentClass audit = this.metadata.getEntityBinding(this.prefix + entity.getEntityName() + this.suffix);
			if (audit != null && !audit.hasPojoRepresentation()) {
				complete(hints, entity.getTable(), audit.getTable());
			}
		}
	}

	private void complete(Hints hints, Table table, Table audit) {
		if (hints.isIgnored(table)) {
			hints.ignore(audit);
			return;
		}
		hints.ignoredColumns(table)
			.stream()
			.filter((column) -> has(audit, column))
			.forEach((column) -> hints.ignore(audit, column));
		hints.renamedColumns(table).forEach((before, column) -> {
			if (has(audit, column)) {
				hints.renamed(audit, column, before);
			}
		});
		String before = before(hints, table, audit);
		if (before != null) {
			hints.renamed(audit, before);
		}
	}

	private static boolean has(Table table, String column) {
		return table.getColumns().stream().anyMatch((candidate) -> Names.of(candidate).equals(column));
	}

	// Only if the name of the history is made of the table's
	private @Nullable String before(Hints hints, Table table, Table audit) {
		QualifiedName old = hints.renamedFrom(table);
		if (old == null) {
			return null;
		}
		String name = this.names.of(table).name();
		String history = this.names.of(audit).name();
		int begin = history.indexOf(name);
		if (begin < 0) {
			return null;
		}
		return history.substring(0, begin) + old.name() + history.substring(begin + name.length());
	}

}
