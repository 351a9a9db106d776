package dev.limbeck.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if one of several properties is set, and no other way to the database counts
 * more. Placeholders are not replaced: Spring quotes a value whose placeholders have no
 * value, and it may hold a password.
 */
abstract class AnyPropertyCondition extends SpringBootCondition {

	private final String[] names;

	AnyPropertyCondition(String... names) {
		this.names = names;
	}

	/**
	 * Tell whether another way to the database counts more than these properties.
	 * @param properties all that name a database
	 * @return whether these do not count
	 */
	abstract boolean isOutranked(DatabaseProperties properties);

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		DatabaseProperties properties = new DatabaseProperties(context.getEnvironment());
		List<String> found = new ArrayList<>();
		for (String name : this.names) {
			if (properties.isSet(name)) {
				found.add(name);
			}
		}
		ConditionMessage.Builder message = ConditionMessage.forCondition("any property");
		if (!found.isEmpty() && isOutranked(properties)) {
			return ConditionOutcome.noMatch(message.because("the URL of Spring Boot counts more"));
		}
		return found.isEmpty()
				? ConditionOutcome.noMatch(message.didNotFind("property", "properties").items((Object[]) this.names))
				: ConditionOutcome.match(message.found("property", "properties").items(found));
	}

}
