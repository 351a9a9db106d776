package dev.limbeck.boot.relational;

import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.metadata.relational.RelationalColumnTypes;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;

/**
 * Auto-configuration of a {@link TargetMetadata} for the aggregates of Spring Data JDBC.
 * Nothing of Spring Data is made before the schema is asked for.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = "org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration")
@ConditionalOnClass({ JdbcMappingContext.class, JdbcConverter.class })
@ConditionalOnBean(JdbcConverter.class)
public final class RelationalMetadataAutoConfiguration {

	@Bean
	@Lazy
	TargetMetadata migrationsRelationalTargetMetadata(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<RelationalColumnTypes> types) {
		return new MappedAggregates(beanFactory, types);
	}

}
