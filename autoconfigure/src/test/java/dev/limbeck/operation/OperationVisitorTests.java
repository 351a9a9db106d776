package dev.limbeck.operation;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintVisitor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation has a place in a visitor, and an example.
 */
class OperationVisitorTests {

	static Set<Class<?>> leaves() {
		Set<Class<?>> leaves = new LinkedHashSet<>();
		for (Class<?> kind : Operation.class.getPermittedSubclasses()) {
			if (kind != CustomOperation.class) {
				leaves.addAll(List.of(kind.getPermittedSubclasses()));
			}
		}
		return leaves;
	}

	@Test
	void visitorHasAMethodForEachKind() {
		assertThat(visited(OperationVisitor.class)).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
	}

	@Test
	void visitorOfAKindHasAMethodForEachOperation() throws ClassNotFoundException {
		for (Class<?> kind : Operation.class.getPermittedSubclasses()) {
			if (kind != CustomOperation.class) {
				assertThat(visited(Class.forName(kind.getName() + "Visitor")))
					.containsExactlyInAnyOrder(kind.getPermittedSubclasses());
			}
		}
	}

	@Test
	void constraintVisitorHasAMethodForEachConstraint() {
		assertThat(visited(ConstraintVisitor.class))
			.containsExactlyInAnyOrder(Constraint.class.getPermittedSubclasses());
	}

	private static List<Class<?>> visited(Class<?> visitor) {
		return Stream.of(visitor.getMethods())
			.filter((method) -> method.getName().equals("visit"))
			.<Class<?>>map((method) -> method.getParameterTypes()[0])
			.toList();
	}

	@Test
	void everyOperationIsARecord() {
		assertThat(leaves()).hasSize(47).allMatch(Class::isRecord);
	}

	@Test
	void everyOperationHasAnExample() {
		Set<Class<?>> shown = new HashSet<>();
		OperationExample.all().forEach((example) -> example.operations().forEach((part) -> collect(part, shown)));
		assertThat(shown).containsExactlyInAnyOrderElementsOf(leaves());
	}

	private static void collect(Operation operation, Set<Class<?>> shown) {
		shown.add(operation.getClass());
		if (operation instanceof Autocommit autocommit) {
			autocommit.operations().forEach((part) -> collect(part, shown));
		}
		if (operation instanceof AlterTable alter) {
			alter.operations().forEach((part) -> collect(part, shown));
		}
	}

	@Test
	void everyDirectiveHasAnExample() {
		Set<String> directives = new HashSet<>();
		for (Method method : Operations.class.getMethods()) {
			if (!Modifier.isStatic(method.getModifiers()) && method.getReturnType() == void.class) {
				directives.add(method.getName());
			}
		}
		directives.remove("invoke");
		assertThat(OperationExample.all().map((example) -> example.description().value()).distinct())
			.containsExactlyInAnyOrderElementsOf(directives);
	}

}
