package dev.limbeck.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Kotlin sources that a test writes and compiles, with the compiler of the profile
 * {@code kotlin}.
 *
 * @param path the directory of the sources
 */
public record KotlinSources(Path path) {

	private static final String COMPILER = "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler";

	/**
	 * Return whether there is a compiler.
	 * @return whether the profile is active
	 */
	public static boolean canCompile() {
		return KotlinSources.class.getClassLoader().getResource(COMPILER.replace('.', '/') + ".class") != null;
	}

	/**
	 * Write a source.
	 * @param name the name of its file
	 * @param text what it says
	 * @return these sources
	 */
	public KotlinSources write(String name, String text) {
		try {
			Files.createDirectories(this.path);
			Files.writeString(this.path.resolve(name), text);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Compile all sources.
	 * @param classes the directory for the classes
	 * @return what the compiler said is wrong; empty if there was nothing
	 */
	public String compile(Path classes) {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Path said = this.path.resolveSibling("kotlinc.txt");
		try {
			Process compiler = new ProcessBuilder(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-cp",
							classPath, COMPILER, "-nowarn", "-no-stdlib", "-no-reflect", "-jvm-target", "17", "-d",
							classes.toString(), "-cp", classPath, this.path.toString()))
				.redirectErrorStream(true)
				.redirectOutput(said.toFile())
				.start();
			if (!compiler.waitFor(5, TimeUnit.MINUTES)) {
				compiler.destroyForcibly();
				return "The compiler did not end";
			}
			String text = Files.readString(said, StandardCharsets.UTF_8);
			return (compiler.exitValue() == 0) ? "" : text;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
