package dev.limbeck.boot.autoconfigure;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.NativeDetector;
import org.springframework.core.env.Environment;

/**
 * Properties below {@code migrations} that nothing reads. Spring Boot passes over them,
 * and one that is misspelled leaves a default in place: other revisions, or another
 * database.
 *
 * @param environment where the properties are
 * @since 0.1.0
 */
public record UnknownProperties(Environment environment) {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("migrations");

	/** What conditions read, and the properties have no place for. */
	private static final Set<String> FURTHER = Set.of("autogenerate.inapplication", "autogenerate.incommand");

	/**
	 * Warn of each of them once. A native image does not know what there is.
	 */
	public void report() {
		if (NativeDetector.inNativeImage()) {
			return;
		}
		Set<ConfigurationPropertyName> seen = new HashSet<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			if (source instanceof IterableConfigurationPropertySource names
					&& source.containsDescendantOf(ROOT) != ConfigurationPropertyState.ABSENT) {
				for (ConfigurationPropertyName name : names) {
					if (ROOT.isAncestorOf(name) && seen.add(name)) {
						report(new UnknownProperty(source, name));
					}
				}
			}
		}
	}

	private static void report(UnknownProperty property) {
		String separator = property.isVariable() ? "" : ".";
		String name = property.uniform(separator);
		if (!FURTHER.contains(name) && !isKnown(MigrationsProperties.class, name, separator)
				&& !isKnown(AuthoringProperties.class, name, separator)) {
			property.report();
		}
	}

	private static boolean isKnown(Class<?> group, String name, String separator) {
		if (name.isEmpty()) {
			return true;
		}
		for (RecordComponent component : group.getRecordComponents()) {
			String first = component.getName().toLowerCase(Locale.ROOT);
			int next = first.length() + separator.length();
			if (name.equals(first) || (name.startsWith(first) && name.startsWith(separator, first.length())
					&& isKnown(component, name.substring(next), separator))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isKnown(RecordComponent component, String rest, String separator) {
		Class<?> type = component.getType();
		if (type.isRecord()) {
			return isKnown(type, rest, separator);
		}
		return Map.class.isAssignableFrom(type)
				|| (Collection.class.isAssignableFrom(type) && isElement(component, rest, separator));
	}

	private static boolean isElement(RecordComponent component, String rest, String separator) {
		int end = 0;
		while (end < rest.length() && Character.isDigit(rest.charAt(end))) {
			end++;
		}
		if (end == 0 || end == rest.length()) {
			return end > 0;
		}
		Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
		return element instanceof Class<?> group && group.isRecord() && rest.startsWith(separator, end)
				&& isKnown(group, rest.substring(end + separator.length()), separator);
	}

}
