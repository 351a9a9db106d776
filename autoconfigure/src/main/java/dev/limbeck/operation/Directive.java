package dev.limbeck.operation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import dev.limbeck.schema.InvalidSchemaException;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a directive, and says which one was used wrongly.
 */
final class Directive {

	private Directive() {
	}

	static void perform(Directives op, String directive, Supplier<? extends Operation> operation) {
		op.invoke(create(directive, operation));
	}

	private static Operation create(String directive, Supplier<? extends Operation> operation) {
		try {
			return operation.get();
		}
		catch (InvalidSchemaException ex) {
			throw new InvalidOperationException(directive, ex.getField(), ex.getProblem(), ex);
		}
		catch (InvalidOperationException ex) {
			throw new InvalidOperationException(directive, ex.getField(), ex.getProblem(), ex);
		}
	}

	static List<String> list(String field, String... values) {
		for (String value : values) {
			OperationRequirement.present(field, value);
		}
		return List.of(values);
	}

	// Java makes of a null in the place of all values no array with a null, but no array
	static List<@Nullable Object> values(@Nullable Object @Nullable [] values) {
		return (values != null) ? Arrays.asList(values) : Collections.singletonList(null);
	}

}
