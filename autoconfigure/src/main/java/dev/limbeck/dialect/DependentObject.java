package dev.limbeck.dialect;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * What depends on something, so that the server may refuse to change or drop that, or
 * drops both.
 *
 * @param on what it depends on; the type of the rows of a table is the table
 * @param dependence what the server does about it
 * @param description what it is, and its name, such as {@code trigger audit on public.t}
 * @param address its address; if a {@link dev.limbeck.schema.Schema} has no such objects,
 * the table that it is part of and its name; {@code null} if it is part of none
 * @param stored whether it has values that would go with it
 * @param definition what creates it again; {@code null} if that is not known
 * @since 0.1.0
 */
public record DependentObject(ObjectAddress on, Dependence dependence, String description,
		@Nullable ObjectAddress address, boolean stored, @Nullable Definition definition) {

	/**
	 * Tell whether the server refuses another type of a column because of it.
	 * @param table the table
	 * @param column the name of the column
	 * @return whether it depends on the column, or on the type of the rows
	 */
	public boolean usesType(QualifiedName table, String column) {
		return this.dependence == Dependence.USES && this.on.name().equals(table)
				&& (this.on.kind() == Kind.RELATION || this.on.equals(ObjectAddress.column(table, column)));
	}

	/**
	 * Tell whether the server refuses to drop a type because of it.
	 * @param type the name of the type
	 * @return whether it depends on the type
	 */
	public boolean usesType(QualifiedName type) {
		return this.on.equals(ObjectAddress.of(Kind.TYPE, type));
	}

	/**
	 * Return the same under other names.
	 * @param addresses returns the address that an object has then
	 * @param expressions returns what an expression about the table says then
	 * @return the same under these names
	 */
	public DependentObject renamed(UnaryOperator<ObjectAddress> addresses, UnaryOperator<String> expressions) {
		return new DependentObject(addresses.apply(this.on), this.dependence, this.description,
				(this.address != null) ? addresses.apply(this.address) : null, this.stored,
				(this.definition != null) ? this.definition.renamed(addresses, expressions) : null);
	}

	/**
	 * Statements that create something again.
	 *
	 * @param sql the statements, with a question mark for each parameter
	 * @param parameters addresses, of which the last names are written, expressions and
	 * values
	 */
	public record Definition(String sql, List<Object> parameters) {

		/**
		 * Create a definition.
		 * @param sql the statements
		 * @param parameters the parameters
		 */
		public Definition {
			parameters = List.copyOf(parameters);
		}

		/**
		 * Return the same under other names.
		 * @param addresses returns the address that an object has then
		 * @param expressions returns what an expression says then
		 * @return the same under these names
		 */
		public Definition renamed(UnaryOperator<ObjectAddress> addresses, UnaryOperator<String> expressions) {
			return new Definition(this.sql, this.parameters.stream().map((parameter) -> {
				if (parameter instanceof SqlExpression expression) {
					return SqlExpression.sql(expressions.apply(expression.sql()));
				}
				return (parameter instanceof ObjectAddress named) ? addresses.apply(named) : parameter;
			}).toList());
		}

	}

}
