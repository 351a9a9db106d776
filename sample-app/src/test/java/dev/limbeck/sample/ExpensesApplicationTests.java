package dev.limbeck.sample;

import java.util.Map;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class ExpensesApplicationTests {

	private static final TestDatabase database = PostgresServer.shared().createDatabase();

	private final RestTestClient client;

	ExpensesApplicationTests(@LocalServerPort int port) {
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", database::url);
		properties.add("spring.datasource.username", database::username);
		properties.add("spring.datasource.password", database::password);
	}

	@BeforeEach
	void addUser() {
		database.execute("""
				TRUNCATE users, expenses, categories RESTART IDENTITY;
				INSERT INTO users (username, hashed_password, role) VALUES ('ada', 'none', 'member');
				""");
	}

	@Test
	void createdUserIsListedWithoutPassword() {
		ResponseSpec response = post("/users", """
				{"username": "grace", "password": "correct horse", "role": "admin"}""");
		response.expectStatus().isCreated().expectHeader().location("/users/2");
		get("/users").expectStatus().isOk().expectBody().json("""
				[{"id": 1, "username": "ada", "disabled": false, "role": "member"},
				 {"id": 2, "username": "grace", "disabled": false, "role": "admin"}]""");
		assertThat(body(get("/users"))).doesNotContainIgnoringCase("password");
	}

	@Test
	void passwordIsStoredHashed() {
		post("/users", """
				{"username": "grace", "password": "correct horse", "role": "admin"}""").expectStatus().isCreated();
		assertThat(database.query("SELECT hashed_password FROM users WHERE username = 'grace'")).singleElement()
			.asString()
			.hasSizeGreaterThan(60)
			.doesNotContain("horse");
	}

	@Test
	void takenUsernameIsConflict() {
		ResponseSpec response = post("/users", """
				{"username": "ada", "password": "correct horse", "role": "admin"}""");
		expectProblem(response, HttpStatus.CONFLICT).contains("'ada' is taken");
	}

	@Test
	void wrongFieldsOfUserAreNamed() {
		ResponseSpec response = post("/users", """
				{"username": "no spaces, please", "password": "short"}""");
		expectProblem(response, HttpStatus.BAD_REQUEST).contains("\"username\":", "\"password\":", "\"role\":")
			.doesNotContain("short\"");
	}

	@Test
	void requestThatIsNoJsonIsBad() {
		expectProblem(post("/users", "{"), HttpStatus.BAD_REQUEST);
	}

	@Test
	void unknownUserIsNotFound() {
		expectProblem(get("/users/42"), HttpStatus.NOT_FOUND).contains("There is no user 42");
		expectProblem(get("/users/42/expenses"), HttpStatus.NOT_FOUND);
	}

	@Test
	void createdExpenseIsListedLatestFirst() {
		spend("12.50", "EUR", "travel", "2026-10-30").expectStatus().isCreated();
		spend("3.00", "EUR", "coffee", "2026-10-31").expectStatus().isCreated();
		get("/users/1/expenses").expectStatus().isOk().expectBody().json("""
				[{"username": "ada", "amount": 3.00, "currency": "EUR", "category": "coffee", "spentOn": "2026-10-31"},
				 {"username": "ada", "amount": 12.50, "currency": "EUR", "category": "travel", "spentOn": "2026-10-30"}]
				""");
		get("/users/1/expenses?limit=1").expectBody().jsonPath("$.length()").isEqualTo(1);
		get("/expenses/1").expectStatus().isOk().expectBody().jsonPath("$.category").isEqualTo("travel");
	}

	@Test
	void unknownExpenseIsNotFound() {
		expectProblem(get("/expenses/42"), HttpStatus.NOT_FOUND).contains("There is no expense 42");
	}

	@Test
	void limitOutOfBoundsIsBadRequest() {
		expectProblem(get("/users/1/expenses?limit=0"), HttpStatus.BAD_REQUEST);
	}

	@Test
	void unknownCurrencyIsBadRequest() {
		expectProblem(spend("1.00", "XXX", "travel", "2026-10-30"), HttpStatus.BAD_REQUEST).contains("'XXX'");
		assertThat(database.query("SELECT name FROM categories")).isEmpty();
	}

	@Test
	void amountThatDoesNotFitIsBadRequest() {
		expectProblem(spend("1.005", "EUR", "travel", "2026-10-30"), HttpStatus.BAD_REQUEST).contains("\"amount\":");
	}

	@Test
	void disabledUserCannotSpend() {
		this.client.patch()
			.uri("/users/1")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"disabled\": true}")
			.exchange()
			.expectStatus()
			.isOk();
		expectProblem(spend("1.00", "EUR", "travel", "2026-10-30"), HttpStatus.CONFLICT).contains("disabled");
	}

	@Test
	void monthlyReportHasTotalsAndBudgets() {
		spend("10.00", "EUR", "travel", "2026-09-30");
		spend("20.25", "EUR", "travel", "2026-10-01");
		spend("1.75", "EUR", "travel", "2026-10-31");
		spend("5.00", "USD", "travel", "2026-10-31");
		this.client.put()
			.uri("/categories/{name}/budget", Map.of("name", "travel"))
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"amount\": 100, \"currency\": \"EUR\"}")
			.exchange()
			.expectStatus()
			.isOk();
		get("/reports/monthly?since=2026-10-01").expectStatus().isOk().expectBody().json("""
				[{"month": "2026-10-01", "category": "travel", "currency": "EUR", "total": 22.00, "expenses": 2,
				  "budget": 100.00},
				 {"month": "2026-10-01", "category": "travel", "currency": "USD", "total": 5.00, "expenses": 1}]
				""").jsonPath("$.length()").isEqualTo(2);
	}

	@Test
	void actuatorShowsHealthAndNoMoreThanMeant() {
		get("/actuator/health").expectStatus().isOk();
		get("/actuator/env").expectStatus().isNotFound();
	}

	@Test
	void actuatorShowsWhatTheApplicationIsMadeOf() {
		assumeThat(getClass().getResource("/META-INF/sbom/application.cdx.json")).as("Maven writes none offline")
			.isNotNull();
		get("/actuator/sbom/application").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.bomFormat")
			.isEqualTo("CycloneDX")
			.jsonPath("$.metadata.component.name")
			.isEqualTo("limbeck-sample-app")
			.jsonPath("$.components[?(@.name == 'limbeck-spring-boot-starter')]")
			.isNotEmpty()
			.jsonPath("$.components[?(@.name == 'archunit' || @.name == 'spring-boot-test')]")
			.isEmpty();
	}

	private ResponseSpec spend(String amount, String currency, String category, String spentOn) {
		return post("/users/1/expenses", """
				{"amount": %s, "currency": "%s", "category": "%s", "spentOn": "%s"}""".formatted(amount, currency,
				category, spentOn));
	}

	private ResponseSpec get(String uri) {
		return this.client.get().uri(uri).exchange();
	}

	private ResponseSpec post(String uri, String json) {
		return this.client.post().uri(uri).contentType(MediaType.APPLICATION_JSON).body(json).exchange();
	}

	private static AbstractStringAssert<?> expectProblem(ResponseSpec response, HttpStatus status) {
		response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		return assertThat(body(response));
	}

	private static String body(ResponseSpec response) {
		return String.valueOf(response.expectBody(String.class).returnResult().getResponseBody());
	}

}
