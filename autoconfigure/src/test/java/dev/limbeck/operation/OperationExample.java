package dev.limbeck.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An example, its source and what it becomes.
 *
 * @param method the method that shows a directive
 * @param source the lines of its body
 */
record OperationExample(Method method, String source) {

	static final List<Class<?>> SECTIONS = List.of(TableExamples.class, ColumnExamples.class, IndexExamples.class,
			ConstraintExamples.class, ObjectExamples.class, ViewExamples.class, DatabaseExamples.class);

	static Stream<OperationExample> all() {
		return SECTIONS.stream().flatMap((section) -> of(section).stream());
	}

	static List<OperationExample> of(Class<?> section) {
		String code = read(section);
		Map<String, Method> methods = new HashMap<>();
		for (Method method : section.getDeclaredMethods()) {
			if (method.isAnnotationPresent(Example.class)) {
				methods.put(method.getName(), method);
			}
		}
		List<OperationExample> examples = new ArrayList<>();
		Matcher matcher = Pattern.compile("\tvoid (\\w+)\\(Operations op\\) \\{\n(.*?)\n\t\\}", Pattern.DOTALL)
			.matcher(code);
		while (matcher.find()) {
			examples.add(new OperationExample(Objects.requireNonNull(methods.remove(matcher.group(1))),
					matcher.group(2).stripIndent().replace("\t", "    ")));
		}
		assertThat(methods).isEmpty();
		return examples;
	}

	private static String read(Class<?> section) {
		Path file = Path.of("src/test/java", section.getName().replace('.', '/') + ".java");
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Example description() {
		return this.method.getAnnotation(Example.class);
	}

	List<Operation> operations() {
		List<Operation> operations = new ArrayList<>();
		try {
			Object section = this.method.getDeclaringClass().getDeclaredConstructor().newInstance();
			this.method.invoke(section, Operations.of(operations::add));
		}
		catch (InvocationTargetException ex) {
			throw new AssertionError(ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
		return operations;
	}

	@Override
	public String toString() {
		return this.method.getName();
	}

}
