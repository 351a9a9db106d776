package dev.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hold files and methods to sizes that fit on a screen. What counts are lines with code:
 * neither blank ones nor those of comments.
 */
class SourceSizeTests {

	private static final Path SOURCES = Path.of("src/main/java");

	/** Strings first, since one may have what would begin a comment. */
	private static final Pattern COMMENT = Pattern
		.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|(//[^\\n]*|/\\*.*?\\*/)");

	private static final Map<String, Integer> files = new TreeMap<>();

	private static final Map<String, Integer> methods = new TreeMap<>();

	@BeforeAll
	static void measure() throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			Iterable<? extends JavaFileObject> sources = manager.getJavaFileObjectsFromPaths(sources());
			JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, sources);
			SourcePositions positions = Trees.instance(task).getSourcePositions();
			task.parse().forEach((unit) -> measure(unit, positions));
		}
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> paths = Files.walk(SOURCES)) {
			return paths.filter((path) -> path.toString().endsWith(".java"))
				.filter((path) -> !path.endsWith("package-info.java"))
				.toList();
		}
	}

	private static void measure(CompilationUnitTree unit, SourcePositions positions) {
		String name = SOURCES.toAbsolutePath().toUri().relativize(unit.getSourceFile().toUri()).toString();
		List<String> lines = withoutComments(unit).lines().toList();
		files.put(name, codeLines(lines));
		LineMap map = unit.getLineMap();
		unit.accept(new TreeScanner<Void, Void>() {

			@Override
			public Void visitMethod(MethodTree method, Void unused) {
				long start = positions.getStartPosition(unit, method);
				long end = positions.getEndPosition(unit, method);
				// The constructor that a class has without saying so has no end
				if (method.getBody() != null && end > start) {
					int first = (int) map.getLineNumber(start);
					int last = (int) map.getLineNumber(end);
					methods.put(name + ":" + first + " " + method.getName(), codeLines(lines.subList(first - 1, last)));
				}
				return super.visitMethod(method, unused);
			}

		}, null);
	}

	private static String withoutComments(CompilationUnitTree unit) {
		try {
			return COMMENT.matcher(unit.getSourceFile().getCharContent(true))
				.replaceAll((match) -> Matcher.quoteReplacement(
						(match.group(1) != null) ? match.group().replaceAll("[^\\n]", "") : match.group()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int codeLines(List<String> lines) {
		return (int) lines.stream().filter((line) -> !line.isBlank()).count();
	}

	@Test
	void noFileHasMoreThanFourHundredLines() {
		assertThat(over(files, 400)).isEmpty();
	}

	@Test
	void halfOfTheFilesHaveAtMostFortyFiveLines() {
		List<Integer> sizes = new ArrayList<>(files.values());
		sizes.sort(null);
		assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(45);
		assertThat(sizes.get((int) (sizes.size() * 0.95))).isLessThanOrEqualTo(220);
	}

	@Test
	void noMethodHasMoreThanFortyLines() {
		assertThat(over(methods, 40)).isEmpty();
	}

	@Test
	void twoOfAHundredMethodsMayHaveMoreThanTwentyLines() {
		assertThat(over(methods, 20)).hasSizeLessThanOrEqualTo(methods.size() / 50);
	}

	private static List<String> over(Map<String, Integer> sizes, int limit) {
		return sizes.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > limit)
			.map((entry) -> entry.getKey() + ": " + entry.getValue() + " lines")
			.toList();
	}

}
