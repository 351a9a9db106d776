package dev.limbeck.runtime;

import dev.limbeck.revision.Direction;
import dev.limbeck.script.JavaRevision;

/**
 * Makes of a Java revision what is to be run or printed.
 */
@FunctionalInterface
interface ProgramCompiler {

	/**
	 * Makes an object of the revision and leaves it to the run to call it.
	 */
	ProgramCompiler ONLINE = (revision, direction) -> CompiledScript.of(revision, revision.script());

	CompiledScript compile(JavaRevision revision, Direction direction);

}
