package dev.limbeck.boot.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.limbeck.text.EditDistance;
import dev.limbeck.text.HarmlessLog;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * A property below {@code migrations} that may be one that nothing reads.
 *
 * @param source where it is set
 * @param name its name
 */
record UnknownProperty(ConfigurationPropertySource source, ConfigurationPropertyName name) {

	private static final String ENVIRONMENTS = "environments";

	/**
	 * Tell whether it is a variable of the process, of whose name it is not known which
	 * of its words are one.
	 * @return whether it is
	 */
	boolean isVariable() {
		return this.source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
	}

	/**
	 * Return the name behind {@code migrations}, or behind an environment, which has the
	 * same properties.
	 * @param separator what stands between its elements
	 * @return the name in lower case and without dashes
	 */
	String uniform(String separator) {
		StringBuilder text = new StringBuilder();
		for (int i = first(); i < this.name.getNumberOfElements(); i++) {
			text.append(text.isEmpty() ? "" : separator).append(this.name.getElement(i, Form.UNIFORM));
		}
		return text.toString();
	}

	private int first() {
		boolean environment = this.name.getElement(1, Form.UNIFORM).equals(ENVIRONMENTS);
		return environment ? Math.min(3, this.name.getNumberOfElements()) : 1;
	}

	/**
	 * Warn of it. A variable that is not nearly a known one may be that of another
	 * program.
	 */
	void report() {
		Map<String, String> known = new HashMap<>();
		for (Class<?> group : List.of(MigrationsProperties.class, AuthoringProperties.class)) {
			names("", group).forEach((each) -> known.put(each.replaceAll("[.-]", ""), each));
		}
		Optional<String> nearest = EditDistance.nearest(uniform(""), known.keySet()).map(known::get);
		if (nearest.isPresent() || !isVariable()) {
			String prefix = this.name.chop(first()) + ".";
			HarmlessLog.of(UnknownProperties.class)
				.warn("Nothing reads the property " + this.name + origin() + "."
						+ nearest.map((each) -> " Did you mean " + prefix + each + "?").orElse(""));
		}
	}

	private String origin() {
		ConfigurationProperty property = this.source.getConfigurationProperty(this.name);
		Origin origin = (property != null) ? property.getOrigin() : null;
		return (origin != null) ? " (" + origin + ")" : "";
	}

	private static List<String> names(String prefix, Class<?> group) {
		List<String> names = new ArrayList<>();
		for (RecordComponent component : group.getRecordComponents()) {
			String name = prefix + DataObjectPropertyName.toDashedForm(component.getName());
			names.addAll(component.getType().isRecord() ? names(name + ".", component.getType()) : List.of(name));
		}
		return names;
	}

}
