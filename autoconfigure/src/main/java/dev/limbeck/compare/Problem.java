package dev.limbeck.compare;

/**
 * Something that a comparison has noticed and that no operation mends, or not without
 * somebody's thinking.
 *
 * @param object the object
 * @param message what it is
 * @param action what to do about it
 * @since 0.1.0
 */
public record Problem(ComparedObject object, String message, String action) {

}
