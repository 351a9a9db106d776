package dev.limbeck.test;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Java sources that a test writes and compiles.
 *
 * @param path the directory of the sources
 */
public record JavaSources(Path path) {

	/**
	 * Write a source.
	 * @param name the full name of its class
	 * @param text what stands behind the package
	 * @return these sources
	 */
	public JavaSources write(String name, String text) {
		try {
			Path file = this.path.resolve(name.replace('.', '/') + ".java");
			Files.createDirectories(file.getParent());
			Files.writeString(file, "package " + name.substring(0, name.lastIndexOf('.')) + ";\n\n" + text);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Compile all sources, with all warnings.
	 * @param classes the directory for the classes
	 * @return what the compiler said; empty if there was nothing to say
	 */
	public String compile(Path classes) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> sources = Files.walk(this.path)) {
			Files.createDirectories(classes);
			StringWriter said = new StringWriter();
			compiler.getTask(said, files, null,
					List.of("-d", classes.toString(), "-proc:none", "--release", "17", "-Xlint:all,-classfile"), null,
					files.getJavaFileObjectsFromPaths(
							sources.filter((file) -> file.toString().endsWith(".java")).toList()))
				.call();
			return said.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Make a jar of a directory, with entries for directories.
	 * @param directory the directory
	 * @param jar the jar
	 * @return the jar
	 */
	public static Path jar(Path directory, Path jar) {
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
				Stream<Path> walk = Files.walk(directory)) {
			List<Path> files = new ArrayList<>(walk.filter((file) -> !file.equals(directory)).sorted().toList());
			for (Path file : files) {
				String name = directory.relativize(file).toString().replace('\\', '/');
				out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
				if (Files.isRegularFile(file)) {
					Files.copy(file, out);
				}
			}
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
