package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.QualifiedName;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.UserDefinedType;
import org.hibernate.tool.schema.spi.Exporter;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Hibernate creates by statements of its own: the enum types that attributes
 * need, and the extensions that an application names. Anything else, such as composite
 * types, is not part of a schema here, and is named as not compared.
 */
final class AuxiliaryObjects {

	private static final Pattern ENUM = Pattern.compile("(?is)create type (.+?) as enum\\b.*");

	private static final Pattern CAST = Pattern
		.compile("(?is)create cast \\((?:varchar as (.+)|(.+) as varchar)\\) with inout as implicit");

	private final Map<QualifiedName, EnumType> enumTypes = new TreeMap<>(Comparator.comparing(QualifiedName::toString));

	private final Map<String, Extension> extensions = new TreeMap<>();

	private final Set<String> others = new TreeSet<>();

	private final Set<String> enumNames = new HashSet<>();

	private final ModelLocation place;

	AuxiliaryObjects(ModelLocation place) {
		this.place = place;
	}

	AuxiliaryObjects read(Database database, SqlStringGenerationContext context) {
		for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
			if (object.appliesToDialect(database.getDialect())) {
				for (String statement : object.sqlCreateStrings(context)) {
					readStatement(statement);
				}
			}
		}
		return this;
	}

	/**
	 * Read the composite types of embeddables.
	 * @param metadata the mapping
	 * @param context knows the names
	 * @return this
	 */
	AuxiliaryObjects readTypes(Metadata metadata, SqlStringGenerationContext context) {
		Database database = metadata.getDatabase();
		Exporter<UserDefinedType> exporter = database.getDialect().getUserDefinedTypeExporter();
		for (Namespace namespace : database.getNamespaces()) {
			for (UserDefinedType type : namespace.getUserDefinedTypes()) {
				new ModelLocation(this.place.unit(), "type '" + type.getName() + "' (@Struct)")
					.read(() -> this.others.addAll(List.of(exporter.getSqlCreateStrings(type, metadata, context))));
			}
		}
		return this;
	}

	/**
	 * Return what is needed and not compared.
	 * @return a sentence, or none
	 */
	List<String> notes() {
		List<String> left = this.others.stream().filter((statement) -> !isCastOfEnum(statement)).toList();
		return left.isEmpty() ? List.of()
				: List.of(this.place.unit()
						+ ": not compared, and left to the revisions, is what Hibernate would create with "
						+ String.join("; ", left) + ".");
	}

	// Hibernate creates one each way with an enum type that it creates, and needs neither
	private boolean isCastOfEnum(String statement) {
		Matcher cast = CAST.matcher(statement);
		return cast.matches() && this.enumNames.contains((cast.group(1) != null) ? cast.group(1) : cast.group(2));
	}

	private void readStatement(String statement) {
		Matcher created = ENUM.matcher(statement.strip());
		if (created.matches()) {
			this.enumNames.add(created.group(1));
		}
		SqlCursor cursor = cursor(statement);
		if (cursor == null || !isRead(cursor)) {
			this.others.add(statement.strip());
		}
	}

	private boolean isRead(SqlCursor cursor) {
		if (cursor.accept("create type")) {
			QualifiedName name = cursor.qualifiedName();
			if (!cursor.accept("as enum")) {
				return false;
			}
			add(new EnumType(name, values(cursor.group().inside()), null));
			return true;
		}
		if (cursor.accept("create extension")) {
			cursor.accept("if not exists");
			String name = cursor.name();
			String schema = (cursor.accept("with schema") || cursor.accept("schema")) ? cursor.name() : null;
			this.extensions.putIfAbsent(name, new Extension(name, schema, null, null));
			return true;
		}
		return false;
	}

	// The statement may be one that nobody here needs to understand
	private static @Nullable SqlCursor cursor(String statement) {
		try {
			return new SqlCursor(statement);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private void add(EnumType type) {
		EnumType before = this.enumTypes.putIfAbsent(type.name(), type);
		if (before != null && !before.values().equals(type.values())) {
			new ModelLocation(this.place.unit(), "enum type '" + type.name() + "'").read(() -> {
				throw new IllegalArgumentException(
						"two enums are mapped to it, with the values " + before.values() + " and " + type.values());
			});
		}
	}

	private static List<String> values(String list) {
		List<String> values = new ArrayList<>();
		SqlCursor cursor = new SqlCursor(list);
		while (cursor.hasNext()) {
			String literal = cursor.next().text();
			values.add(literal.substring(1, literal.length() - 1).replace("''", "'"));
			if (cursor.isAtSign(",")) {
				cursor.next();
			}
		}
		return values;
	}

	List<EnumType> enumTypes() {
		return List.copyOf(this.enumTypes.values());
	}

	List<Extension> extensions() {
		return List.copyOf(this.extensions.values());
	}

}
