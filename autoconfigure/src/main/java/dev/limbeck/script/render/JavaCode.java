package dev.limbeck.script.render;

import java.util.Objects;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the renderer share.
 *
 * @param imports the imports of the source
 * @param literals writes values
 * @param op the name of the operations
 */
record JavaCode(JavaImports imports, JavaLiterals literals, String op) {

	static JavaCode of(JavaImports imports, String op) {
		return new JavaCode(imports, new JavaLiterals(imports), op);
	}

	/**
	 * Return the operations for the objects of a schema.
	 * @param name the name of an object
	 * @return where a statement begins
	 */
	CallChain in(QualifiedName name) {
		return in(name.schema());
	}

	CallChain in(@Nullable String schema) {
		return new CallChain((schema != null) ? this.op + ".inSchema(" + JavaLiterals.string(schema) + ")" : this.op);
	}

	static String string(@Nullable String text) {
		return (text != null) ? JavaLiterals.string(text) : "null";
	}

	String type(ColumnType type) {
		return new TypeSource(this.imports).of(type);
	}

	/**
	 * Return a record as a call of its constructor.
	 * @param value the record
	 * @return an expression
	 * @throws UnsupportedOperationException if there is none
	 */
	String constructor(Object value) {
		String source = value.getClass().isRecord() ? new RecordSource(this.imports, this.literals).of(value) : null;
		if (source == null) {
			throw new UnsupportedOperationException(
					"There is no Java source for " + value + " of " + value.getClass().getName());
		}
		return source;
	}

	static boolean sameSchema(QualifiedName one, QualifiedName other) {
		return Objects.equals(one.schema(), other.schema());
	}

	/**
	 * Return a name for the parameter of a lambda.
	 * @param name the name of what it defines
	 * @param otherwise the name if that is not usable in Java
	 * @return the name of a parameter
	 */
	String parameter(String name, String otherwise) {
		boolean usable = name.matches("[a-z][a-z0-9]{1,20}") && !this.imports.syntax().isReserved(name)
				&& !name.equals(this.op) && !name.equals("table");
		return usable ? name : otherwise;
	}

}
