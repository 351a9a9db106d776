package dev.limbeck.metadata.jpa;

import java.util.regex.Pattern;

import dev.limbeck.schema.QualifiedName;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Says how PostgreSQL will know what Hibernate names: what Hibernate does not quote, the
 * server folds to lower case.
 *
 * @param defaultSchema the schema of what is in none, if it was set
 */
record Names(@Nullable String defaultSchema) {

	private static final Pattern HASH = Pattern.compile("(?i)(UK|FK|IDX)_?[0-9a-y]{18,25}");

	static String of(Identifier identifier) {
		return identifier.isQuoted() ? identifier.getText() : folded(identifier.getText());
	}

	static String of(Column column) {
		return column.isQuoted() ? column.getName() : folded(column.getName());
	}

	/**
	 * Return a name that is written as in SQL.
	 * @param written the name, which may be quoted
	 * @return the name
	 */
	static String of(String written) {
		return of(Identifier.toIdentifier(written));
	}

	QualifiedName of(Table table) {
		return of(table.getSchemaIdentifier(), table.getNameIdentifier());
	}

	QualifiedName of(@Nullable Identifier schema, Identifier name) {
		return QualifiedName.of((schema != null) ? of(schema) : this.defaultSchema, of(name));
	}

	/**
	 * Tell whether Hibernate has made a name of a hash, because nobody has chosen one.
	 * @param name the name
	 * @return whether it has
	 */
	static boolean isHash(String name) {
		return HASH.matcher(name).matches();
	}

	// The server folds the letters of ASCII only
	static String folded(String name) {
		StringBuilder folded = new StringBuilder(name);
		for (int i = 0; i < folded.length(); i++) {
			char character = folded.charAt(i);
			if (character >= 'A' && character <= 'Z') {
				folded.setCharAt(i, (char) (character + ('a' - 'A')));
			}
		}
		return folded.toString();
	}

}
