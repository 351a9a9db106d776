package dev.limbeck.revision;

import org.jspecify.annotations.Nullable;

/**
 * A change of one row of the version table.
 *
 * @since 0.1.0
 */
public sealed interface RowChange {

	/**
	 * Return the row that is no longer there after the change.
	 * @return its id, or {@code null} if a row is added
	 */
	@Nullable String removed();

	/**
	 * Return the row that is there only after the change.
	 * @return its id, or {@code null} if a row is removed
	 */
	@Nullable String added();

	/**
	 * A row is added.
	 *
	 * @param id the new row
	 */
	record Insert(String id) implements RowChange {

		@Override
		public @Nullable String removed() {
			return null;
		}

		@Override
		public String added() {
			return this.id;
		}

	}

	/**
	 * A row is removed.
	 *
	 * @param id the old row
	 */
	record Delete(String id) implements RowChange {

		@Override
		public String removed() {
			return this.id;
		}

		@Override
		public @Nullable String added() {
			return null;
		}

	}

	/**
	 * A row is replaced.
	 *
	 * @param from the old row
	 * @param to the new row
	 */
	record Update(String from, String to) implements RowChange {

		@Override
		public String removed() {
			return this.from;
		}

		@Override
		public String added() {
			return this.to;
		}

	}

}
