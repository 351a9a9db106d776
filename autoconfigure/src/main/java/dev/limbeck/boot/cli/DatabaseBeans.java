package dev.limbeck.boot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.boot.autoconfigure.ApplicationBeans;
import dev.limbeck.boot.autoconfigure.MigrationsDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScans;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Finds the beans of an application that decide on its database, by its class files: no
 * bean is made. What is looked at are the classes that it is started with, and those that
 * they scan for components. A profile that is not active is respected; a bean with any
 * other condition counts as one.
 *
 * @param classLoader the classes of the application
 * @param sources the classes that it is started with
 * @param environment where the active profiles are
 */
record DatabaseBeans(ClassLoader classLoader, List<Class<?>> sources,
		Environment environment) implements ApplicationBeans {

	// Nearly all classes mention none of these, and are not looked at any further
	private static final List<String> MENTIONS = List.of("DataSource", "ConnectionDetails", "ConnectionFactory",
			"SecretReader", "dev/limbeck/command/Migrations;");

	@Override
	public @Nullable String find(Set<String> types, boolean ownConnection) {
		if (!ownConnection && isDataSourceExcluded()) {
			return "excludes the DataSource of Spring Boot";
		}
		List<Class<?>> loaded = new ArrayList<>();
		for (String type : types) {
			if (ClassUtils.isPresent(type, this.classLoader)) {
				loaded.add(ClassUtils.resolveClassName(type, this.classLoader));
			}
		}
		SimpleMetadataReaderFactory readers = new SimpleMetadataReaderFactory(this.classLoader);
		for (Resource resource : resources()) {
			String found = find(resource, readers, loaded, ownConnection);
			if (found != null) {
				return "makes " + found;
			}
		}
		return null;
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

	private @Nullable String find(Resource resource, SimpleMetadataReaderFactory readers, List<Class<?>> types,
			boolean ownConnection) {
		try {
			String constants = resource.getContentAsString(StandardCharsets.ISO_8859_1);
			if (MENTIONS.stream().noneMatch(constants::contains)) {
				return null;
			}
			MetadataReader reader = readers.getMetadataReader(resource);
			return find(reader.getAnnotationMetadata(), constants.contains("DataSource"), types, ownConnection);
		}
		catch (IOException ex) {
			return null;
		}
	}

	private @Nullable String find(AnnotationMetadata type, boolean mentionsDataSource, List<Class<?>> types,
			boolean ownConnection) {
		if (!isActive(type.getAnnotations())) {
			return null;
		}
		for (MethodMetadata method : type.getAnnotatedMethods(Bean.class.getName())) {
			if (isActive(method.getAnnotations()) && decides(method, types)) {
				return "the bean '" + method.getMethodName() + "' in " + type.getClassName();
			}
		}
		boolean component = type.isAnnotated(Component.class.getName());
		boolean postProcessor = mentionsDataSource && !ownConnection
				&& isAny(type.getClassName(), List.of(BeanPostProcessor.class));
		return (component && (postProcessor || isAny(type.getClassName(), types))) ? "the bean " + type.getClassName()
				: null;
	}

	private boolean isActive(MergedAnnotations annotations) {
		MergedAnnotation<Profile> profile = annotations.get(Profile.class);
		return !profile.isPresent()
				|| this.environment.acceptsProfiles(Profiles.of(profile.getStringArray(MergedAnnotation.VALUE)));
	}

	// A DataSource that is for one purpose only leaves Spring Boot's where it is
	private boolean decides(MethodMetadata method, List<Class<?>> types) {
		MergedAnnotations annotations = method.getAnnotations();
		if (annotations.isPresent(MigrationsDataSource.class)) {
			return true;
		}
		MergedAnnotation<Bean> bean = annotations.get(Bean.class);
		return bean.getBoolean("defaultCandidate") && bean.getBoolean("autowireCandidate")
				&& isAny(method.getReturnTypeName(), types);
	}

	private boolean isAny(String name, List<Class<?>> types) {
		try {
			Class<?> type = ClassUtils.forName(name, this.classLoader);
			return types.stream().anyMatch((each) -> each.isAssignableFrom(type));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

}
