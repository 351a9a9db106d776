package dev.limbeck.benchmark;

import javax.sql.DataSource;

import liquibase.UpdateSummaryOutputEnum;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.ui.UIServiceEnum;

import org.springframework.context.ApplicationContext;

/**
 * Liquibase as Spring Boot configures it.
 */
class LiquibaseStart implements Start {

	@Override
	public void run(ApplicationContext context) throws Exception {
		SpringLiquibase liquibase = new SpringLiquibase();
		liquibase.setDataSource(context.getBean(DataSource.class));
		liquibase.setResourceLoader(context);
		liquibase.setChangeLog("classpath:/db/changelog/db.changelog-master.yaml");
		liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
		liquibase.setUiService(UIServiceEnum.LOGGER);
		liquibase.setAnalyticsEnabled(false);
		liquibase.afterPropertiesSet();
	}

}
