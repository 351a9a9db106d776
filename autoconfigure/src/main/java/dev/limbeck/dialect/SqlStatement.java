package dev.limbeck.dialect;

/**
 * One SQL statement as it stands in a script: from its first token to its last, with
 * everything between them unaltered.
 *
 * @param text the statement, without the comments, whitespace and semicolons around it
 * @param offset where the statement starts in the script, in UTF-16 units from 0
 * @param line the line of the script on which the statement starts, from 1; only a line
 * feed starts a new line
 * @since 0.1.0
 */
public record SqlStatement(String text, int offset, int line) {

}
