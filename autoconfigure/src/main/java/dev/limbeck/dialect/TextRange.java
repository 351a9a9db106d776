package dev.limbeck.dialect;

/**
 * A part of a text.
 *
 * @param start where it starts, in UTF-16 units from 0
 * @param end where it ends, exclusive
 * @since 0.1.0
 */
public record TextRange(int start, int end) {

}
