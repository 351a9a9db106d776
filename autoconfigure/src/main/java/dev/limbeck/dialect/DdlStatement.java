package dev.limbeck.dialect;

/**
 * One statement that an operation becomes.
 *
 * @param sql the statement, without a semicolon behind it
 * @param transactional whether it can run in a transaction
 * @since 0.1.0
 */
public record DdlStatement(String sql, boolean transactional) {

}
