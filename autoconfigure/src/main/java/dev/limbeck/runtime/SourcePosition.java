package dev.limbeck.runtime;

/**
 * A place in a revision file.
 *
 * @param file the path or URL of the file
 * @param line the line, counted from 1
 * @param column the column in Unicode code points, counted from 1
 * @since 0.1.0
 */
public record SourcePosition(String file, int line, int column) {

	@Override
	public String toString() {
		return this.file + ":" + this.line + ":" + this.column;
	}

}
