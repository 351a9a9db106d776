package dev.limbeck.dialect.postgresql;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a target are called where they are created on trial, and back.
 * There is a schema for each of theirs.
 */
final class TrialNames {

	private static final String PREFIX = "limbeck_scratch_";

	private static final Pattern QUALIFIED = Pattern
		.compile("(?<![\\w.\"$])(\"(?:[^\"]|\"\")+\"|[A-Za-z_][\\w$]*)\\.(\"(?:[^\"]|\"\")+\"|[A-Za-z_][\\w$]*)");

	private final PostgresqlNames names = new PostgresqlNames();

	private final Map<String, String> scratchBySchema = new LinkedHashMap<>();

	private final Set<QualifiedName> objects = new HashSet<>();

	private final String defaultSchema;

	TrialNames(InspectionScope scope, Schema target) {
		this.defaultSchema = scope.defaultSchema();
		String prefix = PREFIX + UUID.randomUUID().toString().substring(0, 8) + "_";
		Set<QualifiedName> all = this.objects;
		target.enumTypes().stream().map(EnumType::name).forEach(all::add);
		target.sequences().stream().map(Sequence::name).forEach(all::add);
		target.tables().stream().map(Table::name).forEach(all::add);
		target.views().stream().map(View::name).forEach(all::add);
		target.materializedViews().forEach((view) -> all.add(view.name()));
		target.routines().stream().map(Routine::name).forEach(all::add);
		this.scratchBySchema.put(this.defaultSchema, prefix + 0);
		all.stream()
			.map(QualifiedName::schema)
			.filter((schema) -> schema != null)
			.sorted()
			.forEach((schema) -> this.scratchBySchema.computeIfAbsent(String.valueOf(schema),
					(missing) -> prefix + this.scratchBySchema.size()));
	}

	List<String> schemas() {
		return List.copyOf(this.scratchBySchema.values());
	}

	String defaultSchema() {
		return schemas().get(0);
	}

	QualifiedName there(QualifiedName name) {
		if (!this.objects.contains(name)) {
			return name;
		}
		String schema = (name.schema() != null) ? name.schema() : this.defaultSchema;
		return QualifiedName.of(this.scratchBySchema.get(schema), name.name());
	}

	Column there(Column column) {
		return mapped(column, typeThere(column.type()), true);
	}

	private ColumnType typeThere(ColumnType type) {
		QualifiedName name = QualifiedName.of(type.schema(), type.name());
		QualifiedName there = type.isStandard() ? name : there(name);
		return new ColumnType(there.schema(), there.name(), type.arguments(), type.dimensions());
	}

	// Names without a schema need no change, they are found by the search path
	String there(String expression) {
		return QUALIFIED.matcher(expression)
			.replaceAll((match) -> Matcher.quoteReplacement(there(match.group(), match.group(1), match.group(2))));
	}

	private String there(String whole, String schema, String name) {
		String scratch = this.scratchBySchema.get(unquoted(schema));
		boolean inDefault = unquoted(schema).equals(this.defaultSchema);
		QualifiedName object = QualifiedName.of(inDefault ? null : unquoted(schema), unquoted(name));
		return (scratch != null && this.objects.contains(object)) ? scratch + "." + name : whole;
	}

	private static String unquoted(String name) {
		return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
				: name.toLowerCase(Locale.ROOT);
	}

	QualifiedName back(QualifiedName name) {
		for (Map.Entry<String, String> entry : this.scratchBySchema.entrySet()) {
			if (entry.getValue().equals(name.schema())) {
				return QualifiedName.of(entry.getKey(), name.name());
			}
		}
		return this.defaultSchema.equals(name.schema()) ? QualifiedName.of(name.name()) : name;
	}

	Column back(Column column) {
		QualifiedName name = back(QualifiedName.of(column.type().schema(), column.type().name()));
		ColumnType type = new ColumnType(name.schema(), name.name(), column.type().arguments(),
				column.type().dimensions());
		return mapped(column, type, false);
	}

	String back(String expression) {
		if (!expression.contains(PREFIX)) {
			return expression;
		}
		String text = expression;
		for (Map.Entry<String, String> entry : this.scratchBySchema.entrySet()) {
			text = text.replace(entry.getValue() + ".", this.names.name(entry.getKey()) + ".");
		}
		return text;
	}

	@Nullable String backIfAny(@Nullable String expression) {
		return (expression != null) ? back(expression) : null;
	}

	private Column mapped(Column column, ColumnType type, boolean there) {
		ServerDefault serverDefault = column.serverDefault();
		if (serverDefault instanceof SqlExpression expression) {
			serverDefault = ServerDefault.expression(there ? there(expression.sql()) : back(expression.sql()));
		}
		Generated generated = column.generated();
		if (generated != null) {
			String expression = generated.expression();
			generated = new Generated(there ? there(expression) : back(expression), generated.stored());
		}
		return new Column(column.name(), type, column.nullable(), serverDefault, column.identity(), generated,
				column.collation(), column.comment());
	}

}
