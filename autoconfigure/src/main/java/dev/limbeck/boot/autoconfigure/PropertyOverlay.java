package dev.limbeck.boot.autoconfigure;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The properties {@code migrations.environments.<name>.*}, laid over
 * {@code migrations.*}. An environment that says where its database is says so
 * completely: what {@code migrations.*} says about another database does not shine
 * through.
 */
final class PropertyOverlay implements UnaryOperator<String> {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("migrations");

	private static final ConfigurationPropertyName ENVIRONMENTS = ROOT.append("environments");

	private static final Set<String> DATABASES = Set.of("migrations.database-url", "migrations.secret.name",
			"migrations.datasource.url", "migrations.datasource.secret-name");

	private final Environment environment;

	private final ConfigurationPropertyName prefix;

	private PropertyOverlay(Environment environment, ConfigurationPropertyName prefix) {
		this.environment = environment;
		this.prefix = prefix;
	}

	/**
	 * Find the properties of an environment.
	 * @param environment where the properties are
	 * @param name the name of the environment
	 * @return the properties
	 * @throws InvalidPropertyException if there are none
	 */
	static PropertyOverlay of(Environment environment, String name) {
		boolean simple = name.matches("[A-Za-z0-9_-]+");
		ConfigurationPropertyName prefix = simple ? ConfigurationPropertyName.adapt(ENVIRONMENTS + "." + name, '.')
				: ENVIRONMENTS;
		PropertyOverlay overlay = new PropertyOverlay(environment, prefix);
		if (!simple || overlay.sources().noneMatch((source) -> isPresent(source, prefix))) {
			throw InvalidPropertyException.unknownEnvironment(name, overlay.knownNames());
		}
		return overlay;
	}

	private static boolean isPresent(ConfigurationPropertySource source, ConfigurationPropertyName name) {
		return source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT;
	}

	private Stream<ConfigurationPropertySource> sources() {
		return StreamSupport.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false);
	}

	private Set<String> knownNames() {
		Set<String> names = new TreeSet<>();
		sources().filter(IterableConfigurationPropertySource.class::isInstance)
			.flatMap((source) -> ((IterableConfigurationPropertySource) source).stream())
			.filter(ENVIRONMENTS::isAncestorOf)
			.forEach((property) -> names.add(property.getElement(2, ConfigurationPropertyName.Form.DASHED)));
		return names;
	}

	/**
	 * Bind properties of the environment.
	 * @param <T> the type of the properties
	 * @param type {@link MigrationsProperties} or {@link AuthoringProperties}
	 * @return the properties
	 * @throws InvalidPropertyException if one has a value that it cannot have
	 */
	<T> T bind(Class<T> type) {
		boolean ownDatabase = DATABASES.stream().anyMatch(this::isOverlaid);
		Stream<ConfigurationPropertySource> base = sources()
			.map((source) -> ownDatabase ? source.filter((name) -> !DATABASES.contains(name.toString())) : source);
		Iterable<ConfigurationPropertySource> all = Stream.concat(sources().map(this::overlay), base).toList();
		try {
			return new Binder(all, new PropertySourcesPlaceholdersResolver(this.environment)).bindOrCreate("migrations",
					type);
		}
		catch (BindException ex) {
			throw InvalidPropertyException.unbound(
					(ex.getProperty() != null) ? ex.getProperty().getName().toString() : apply(ex.getName().toString()),
					ex);
		}
	}

	private ConfigurationPropertySource overlay(ConfigurationPropertySource source) {
		return (source instanceof IterableConfigurationPropertySource iterable) ? new IterableLayer(iterable)
				: new Layer(source);
	}

	/**
	 * Return the name under which a property was found.
	 * @param property the name of a property below {@code migrations}
	 * @return its name below the environment, if it is set there
	 */
	@Override
	public String apply(String property) {
		return isOverlaid(property) ? below(ConfigurationPropertyName.of(property)).toString() : property;
	}

	private boolean isOverlaid(String property) {
		ConfigurationPropertyName name = below(ConfigurationPropertyName.of(property));
		return sources().anyMatch((source) -> source.getConfigurationProperty(name) != null);
	}

	private ConfigurationPropertyName below(ConfigurationPropertyName name) {
		return (name.getNumberOfElements() > 1) ? this.prefix.append(name.subName(1)) : this.prefix;
	}

	/**
	 * One source, of which only the environment is seen, below {@code migrations}.
	 */
	private class Layer implements ConfigurationPropertySource {

		private final ConfigurationPropertySource source;

		Layer(ConfigurationPropertySource source) {
			this.source = source;
		}

		@Override
		public @Nullable ConfigurationProperty getConfigurationProperty(@Nullable ConfigurationPropertyName name) {
			return (name != null && ROOT.isAncestorOf(name)) ? this.source.getConfigurationProperty(below(name)) : null;
		}

		@Override
		public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
			return (ROOT.equals(name) || ROOT.isAncestorOf(name)) ? this.source.containsDescendantOf(below(name))
					: ConfigurationPropertyState.ABSENT;
		}

	}

	/**
	 * The same for a source that knows its names, as maps need it.
	 */
	private final class IterableLayer extends Layer implements IterableConfigurationPropertySource {

		private final IterableConfigurationPropertySource source;

		IterableLayer(IterableConfigurationPropertySource source) {
			super(source);
			this.source = source;
		}

		@Override
		public Stream<ConfigurationPropertyName> stream() {
			ConfigurationPropertyName from = PropertyOverlay.this.prefix;
			return this.source.stream()
				.filter(from::isAncestorOf)
				.map((name) -> ROOT.append(name.subName(from.getNumberOfElements())));
		}

		@Override
		public ConfigurationPropertyState containsDescendantOf(ConfigurationPropertyName name) {
			return super.containsDescendantOf(name);
		}

	}

}
