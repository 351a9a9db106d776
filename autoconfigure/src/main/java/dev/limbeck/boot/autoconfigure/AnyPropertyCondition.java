package dev.limbeck.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if one of several properties is there. Their values are not looked at: Spring
 * quotes a value whose placeholders have no value, and it may hold a password.
 */
abstract class AnyPropertyCondition extends SpringBootCondition {

	private final String[] names;

	AnyPropertyCondition(String... names) {
		this.names = names;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		List<String> found = Arrays.stream(this.names).filter(context.getEnvironment()::containsProperty).toList();
		ConditionMessage.Builder message = ConditionMessage.forCondition("any property");
		return found.isEmpty()
				? ConditionOutcome.noMatch(message.didNotFind("property", "properties").items((Object[]) this.names))
				: ConditionOutcome.match(message.found("property", "properties").items(found));
	}

}
