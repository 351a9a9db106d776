package dev.limbeck.script;

/**
 * A stretch of SQL within a section that is run in one way: in the transaction of its
 * revision, or statement by statement in autocommit.
 *
 * @param transactional whether the statements run in the transaction of the revision
 * @param sql the text between two markers; starts at the beginning of a line
 * @param line the line of the file on which the text starts, counted from 1
 * @since 0.1.0
 */
public record SqlBlock(boolean transactional, String sql, int line) {
}
