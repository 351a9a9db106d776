package dev.limbeck.boot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.schema.Schema;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * Finds out, without making anything, whether an application may have a model that can be
 * compared. If it cannot, a check need not start its context.
 *
 * @param classLoader the classes of the application
 * @param sources the classes that it is started with
 */
record ModelSources(ClassLoader classLoader, List<Class<?>> sources) {

	private static final List<String> LIBRARIES = List.of("jakarta.persistence.EntityManagerFactory",
			"org.springframework.data.relational.core.mapping.RelationalMappingContext");

	// What a method returns that makes such a bean, and what a class implements
	private static final List<String> MENTIONS = Stream.of(Schema.class, TargetMetadata.class)
		.map((type) -> type.getName().replace('.', '/'))
		.toList();

	boolean mayBe() {
		return LIBRARIES.stream().anyMatch((library) -> ClassUtils.isPresent(library, this.classLoader))
				|| this.sources.stream().anyMatch(this::isMentionedBeside);
	}

	private boolean isMentionedBeside(Class<?> source) {
		String pattern = "classpath*:" + source.getPackageName().replace('.', '/') + "/**/*.class";
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver(this.classLoader).getResources(pattern)) {
				String constants = resource.getContentAsString(StandardCharsets.ISO_8859_1);
				if (MENTIONS.stream().anyMatch((name) -> isMentioned(constants, name))) {
					return true;
				}
			}
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	// As a class or within a signature, and not as the beginning of a longer name
	private static boolean isMentioned(String constants, String name) {
		for (int at = constants.indexOf(name); at >= 0; at = constants.indexOf(name, at + 1)) {
			char next = (at + name.length() < constants.length()) ? constants.charAt(at + name.length()) : ';';
			if (!Character.isJavaIdentifierPart(next) || Character.isISOControl(next)) {
				return true;
			}
		}
		return false;
	}

}
