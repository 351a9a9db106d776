package dev.limbeck.boot.jpa;

import dev.limbeck.metadata.TargetMetadata;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.Metadata;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Auto-configuration of a {@link TargetMetadata} for every entity manager factory of the
 * application, Spring Boot's and its own. It is there for whoever asks for it with
 * {@value BootModels#IN_APPLICATION}, and for commands that compare, which set
 * {@value BootModels#IN_COMMAND}: then Hibernate starts only when the schema is asked
 * for, and without a database.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass({ EntityManagerFactory.class, Metadata.class, AbstractEntityManagerFactoryBean.class })
@Conditional(JpaMetadataAutoConfiguration.Wanted.class)
@Import({ BootModels.class, PersistenceUnitRegistrar.class })
public final class JpaMetadataAutoConfiguration {

	/**
	 * Somebody asks for the metadata.
	 */
	static final class Wanted extends AnyNestedCondition {

		Wanted() {
			super(ConfigurationPhase.PARSE_CONFIGURATION);
		}

		/**
		 * The application does.
		 */
		@ConditionalOnBooleanProperty(name = BootModels.IN_APPLICATION)
		static final class InApplication {

		}

		/**
		 * A command does.
		 */
		@ConditionalOnBooleanProperty(name = BootModels.IN_COMMAND)
		static final class InCommand {

		}

	}

}
