package dev.limbeck.boot.relational;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.metadata.relational.RelationalColumnTypes;
import dev.limbeck.metadata.relational.RelationalTargetMetadata;
import dev.limbeck.runtime.ForeignFailure;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;

/**
 * The aggregates of the application: those that are annotated, and those that only their
 * repositories name.
 */
final class MappedAggregates implements TargetMetadata {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ObjectProvider<RelationalColumnTypes> types;

	private @Nullable RelationalTargetMetadata metadata;

	MappedAggregates(ConfigurableListableBeanFactory beanFactory, ObjectProvider<RelationalColumnTypes> types) {
		this.beanFactory = beanFactory;
		this.types = types;
	}

	@Override
	public String name() {
		return "Spring Data JDBC";
	}

	@Override
	public Schema schema(int serverVersion) {
		return metadata().schema(serverVersion);
	}

	@Override
	public IgnoredObjects ignored(int serverVersion) {
		return metadata().ignored(serverVersion);
	}

	private synchronized RelationalTargetMetadata metadata() {
		RelationalTargetMetadata existing = this.metadata;
		if (existing == null) {
			existing = new RelationalTargetMetadata(name(), converter(), this.types.orderedStream().toList());
			this.metadata = existing;
		}
		return existing;
	}

	private JdbcConverter converter() {
		try {
			JdbcConverter converter = this.beanFactory.getBean(JdbcConverter.class);
			this.beanFactory.getBeanProvider(JdbcRepositoryFactoryBean.class)
				.stream()
				.forEach((factory) -> converter.getMappingContext()
					.getPersistentEntity(factory.getRepositoryInformation().getDomainType()));
			return converter;
		}
		catch (BeansException ex) {
			throw new UnreadableModelException(
					"The aggregates of Spring Data JDBC cannot be read: "
							+ ForeignFailure.describe(NestedExceptionUtils.getMostSpecificCause(ex)),
					"Mend the mapping or the configuration, as for a start of the application.",
					ForeignFailure.masked(ex));
		}
	}

}
