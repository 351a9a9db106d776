package dev.limbeck.runtime;

/**
 * A place in a revision file.
 *
 * @param file the path or URL of the file; of a Java revision the path of its source
 * below the root of its package
 * @param line the line, counted from 1; 0 if it is not known
 * @param column the column in Unicode code points, counted from 1; 0 if it is not known
 * @since 0.1.0
 */
public record SourcePosition(String file, int line, int column) {

	@Override
	public String toString() {
		if (this.line == 0) {
			return this.file;
		}
		return this.file + ":" + this.line + ((this.column > 0) ? ":" + this.column : "");
	}

}
