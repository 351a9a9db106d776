package dev.limbeck.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.schema.Schema;

/**
 * Everything that a database has, so that another can be made like it.
 *
 * @param schema what there are operations for
 * @param further what there are no operations for
 * @param needs what each object needs to be there before it
 * @param leftOut what cannot be created by a revision
 * @param unchecked what is executed around the creation of routines so that their bodies
 * may name what is created later
 * @since 0.1.0
 */
public record DatabaseContents(Schema schema, List<FurtherObject> further, Map<ObjectAddress, Set<ObjectAddress>> needs,
		List<LeftOutObjects> leftOut, Surroundings unchecked) {

	/**
	 * Create it.
	 * @param schema what there are operations for
	 * @param further what there are no operations for
	 * @param needs what each object needs to be there before it
	 * @param leftOut what cannot be created by a revision
	 * @param unchecked what is executed around the creation of routines
	 */
	public DatabaseContents {
		further = List.copyOf(further);
		needs = Map.copyOf(needs);
		leftOut = List.copyOf(leftOut);
	}

	/**
	 * Statements around others.
	 *
	 * @param before the one before them
	 * @param after the one behind them
	 */
	public record Surroundings(String before, String after) {

	}

}
