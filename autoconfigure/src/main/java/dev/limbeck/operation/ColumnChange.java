package dev.limbeck.operation;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ServerDefault;
import org.jspecify.annotations.Nullable;

/**
 * One change of a column.
 *
 * @since 0.1.0
 */
public sealed interface ColumnChange {

	/**
	 * Change the type.
	 *
	 * @param type the new type
	 * @param collation the new collation, if it is not that of the type
	 * @param using the expression that makes the new value of the old one; {@code null}
	 * leaves that to the database, or to the cast
	 * @param cast whether to cast explicitly, where the database would not by itself
	 */
	record SetType(ColumnType type, @Nullable QualifiedName collation, @Nullable String using,
			boolean cast) implements ColumnChange {

		/**
		 * Create a change.
		 * @param type the new type
		 * @param collation the new collation
		 * @param using the expression
		 * @param cast whether to cast explicitly
		 */
		public SetType {
			OperationRequirement.present("type", type);
			if (using != null && cast) {
				throw new InvalidOperationException("using", "and a cast exclude each other");
			}
		}

	}

	/**
	 * Change whether rows may be without a value.
	 *
	 * @param nullable whether they may
	 */
	record SetNullable(boolean nullable) implements ColumnChange {

	}

	/**
	 * Change the default.
	 *
	 * @param serverDefault the new default; {@code null} takes it away
	 */
	record SetDefault(@Nullable ServerDefault serverDefault) implements ColumnChange {

	}

	/**
	 * Change the comment.
	 *
	 * @param comment the new comment; {@code null} takes it away
	 */
	record SetComment(@Nullable String comment) implements ColumnChange {

	}

	/**
	 * Change the name, after everything else.
	 *
	 * @param name the new name
	 */
	record Rename(String name) implements ColumnChange {

		/**
		 * Create a change.
		 * @param name the new name
		 */
		public Rename {
			OperationRequirement.text("newName", name);
		}

	}

	/**
	 * Make the column an identity column.
	 *
	 * @param identity how it numbers rows
	 */
	record AddIdentity(Identity identity) implements ColumnChange {

		/**
		 * Create a change.
		 * @param identity how it numbers rows
		 */
		public AddIdentity {
			OperationRequirement.present("identity", identity);
		}

	}

	/**
	 * Change how an identity column numbers rows.
	 *
	 * @param identity how it does from now on; options that are {@code null} stay
	 */
	record SetIdentity(Identity identity) implements ColumnChange {

		/**
		 * Create a change.
		 * @param identity how it does from now on
		 */
		public SetIdentity {
			OperationRequirement.present("identity", identity);
		}

	}

	/**
	 * Make an identity column an ordinary one.
	 */
	record DropIdentity() implements ColumnChange {

	}

	/**
	 * Change what a generated column is computed from.
	 *
	 * @param expression the new expression
	 */
	record SetExpression(String expression) implements ColumnChange {

		/**
		 * Create a change.
		 * @param expression the new expression
		 */
		public SetExpression {
			OperationRequirement.text("expression", expression);
		}

	}

	/**
	 * Make a generated column an ordinary one, which keeps its values.
	 *
	 * @param ifExists whether it may be an ordinary one already
	 */
	record DropExpression(boolean ifExists) implements ColumnChange {

	}

}
