package dev.limbeck.boot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.boot.autoconfigure.ApplicationBeans;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScans;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds the beans of an application that decide on its database, by its class files: no
 * bean is made. What is looked at are the classes that it is started with, and those that
 * they scan for components or import. A profile that is not active is respected; a bean
 * with any other condition counts as one.
 *
 * @param classLoader the classes of the application
 * @param sources the classes that it is started with
 * @param environment where the active profiles are
 */
record DatabaseBeans(ClassLoader classLoader, List<Class<?>> sources,
		Environment environment) implements ApplicationBeans {

	// Nearly all classes mention none of these, and are not looked at any further
	private static final List<String> MENTIONS = List.of("DataSource", "ConnectionDetails", "ConnectionFactory",
			"SecretReader", "dev/limbeck/command/Migrations;", "PostProcessor", "PropertySource", "annotation/Import;",
			"/Enable", "$Enable");

	@Override
	public @Nullable String find(Set<String> types, boolean ownConnection) {
		if (!ownConnection && isDataSourceExcluded()) {
			return "excludes the DataSource of Spring Boot";
		}
		DecidingClass deciding = new DecidingClass(this.classLoader, this.environment, load(types), ownConnection);
		SimpleMetadataReaderFactory readers = new SimpleMetadataReaderFactory(this.classLoader);
		Set<String> imported = new LinkedHashSet<>();
		Deque<Candidate> remaining = new ArrayDeque<>(resources().stream().map(Candidate::found).toList());
		while (!remaining.isEmpty()) {
			Candidate candidate = remaining.remove();
			String constants = candidate.constants();
			AnnotationMetadata type = read(candidate, constants, readers);
			if (type != null && deciding.isActive(type.getAnnotations())) {
				String found = deciding.describe(type, constants, candidate.imported());
				if (found != null) {
					return found;
				}
				remaining.addAll(imports(type, imported));
			}
		}
		return null;
	}

	private List<Class<?>> load(Set<String> types) {
		List<Class<?>> loaded = new ArrayList<>();
		for (String type : types) {
			if (ClassUtils.isPresent(type, this.classLoader)) {
				loaded.add(ClassUtils.resolveClassName(type, this.classLoader));
			}
		}
		return loaded;
	}

	private static @Nullable AnnotationMetadata read(Candidate candidate, String constants,
			SimpleMetadataReaderFactory readers) {
		try {
			return (candidate.imported() || MENTIONS.stream().anyMatch(constants::contains))
					? readers.getMetadataReader(candidate.resource()).getAnnotationMetadata() : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	// What Spring's own annotations import is Spring Boot's configuration
	private List<Candidate> imports(AnnotationMetadata type, Set<String> seen) {
		return type.getAnnotations()
			.stream(Import.class)
			.flatMap((annotation) -> Stream.of(annotation.getStringArray(MergedAnnotation.VALUE)))
			.filter((name) -> !name.startsWith("org.springframework.") && seen.add(name))
			.map((name) -> new Candidate(
					new ClassPathResource(ClassUtils.convertClassNameToResourcePath(name) + ".class", this.classLoader),
					true))
			.toList();
	}

	private boolean isDataSourceExcluded() {
		String name = DataSourceAutoConfiguration.class.getName();
		for (Class<?> source : this.sources) {
			MergedAnnotation<EnableAutoConfiguration> enabled = MergedAnnotations
				.from(source, MergedAnnotations.SearchStrategy.TYPE_HIERARCHY)
				.get(EnableAutoConfiguration.class);
			if (enabled.isPresent()
					&& (List.of(enabled.getClassArray("exclude")).contains(DataSourceAutoConfiguration.class)
							|| List.of(enabled.getStringArray("excludeName")).contains(name))) {
				return true;
			}
		}
		return this.environment.getProperty("spring.autoconfigure.exclude", "").contains(name);
	}

	private Set<Resource> resources() {
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(this.classLoader);
		Set<Resource> resources = new LinkedHashSet<>();
		try {
			for (Class<?> source : this.sources) {
				resources.add(resolver.getResource(
						"classpath:" + ClassUtils.convertClassNameToResourcePath(source.getName()) + ".class"));
				for (String scanned : packages(source)) {
					resources.addAll(List.of(resolver.getResources(
							"classpath*:" + ClassUtils.convertClassNameToResourcePath(scanned) + "/**/*.class")));
				}
			}
		}
		catch (IOException ex) {
			// What cannot be read, the application cannot scan
		}
		return resources;
	}

	private static Set<String> packages(Class<?> source) {
		Set<String> packages = new LinkedHashSet<>();
		for (ComponentScan scan : AnnotatedElementUtils.getMergedRepeatableAnnotations(source, ComponentScan.class,
				ComponentScans.class)) {
			List<String> named = new ArrayList<>(List.of(scan.basePackages()));
			for (Class<?> type : scan.basePackageClasses()) {
				named.add(type.getPackageName());
			}
			packages.addAll(named.isEmpty() ? List.of(source.getPackageName()) : named);
		}
		return packages;
	}

	private record Candidate(Resource resource, boolean imported) {

		static Candidate found(Resource resource) {
			return new Candidate(resource, false);
		}

		String constants() {
			try {
				return this.resource.getContentAsString(StandardCharsets.ISO_8859_1);
			}
			catch (IOException ex) {
				return "";
			}
		}

	}

}
