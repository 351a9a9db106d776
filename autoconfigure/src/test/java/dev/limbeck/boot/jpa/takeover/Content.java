package dev.limbeck.boot.jpa.takeover;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What the shop tells.
 */
final class Content {

	private Content() {
	}

	@Entity
	@Table(name = "pages")
	static class Page {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 120, nullable = false)
		String slug;

		@Column(length = 200, nullable = false)
		String title;

		@Column(columnDefinition = "text")
		String body;

		boolean published;

		Instant publishedAt;

		@ManyToOne
		Staff.Employee author;

	}

	@Entity
	@Table(name = "page_revisions")
	static class PageRevision {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Page page;

		int version;

		@Column(columnDefinition = "text")
		String body;

		@Column(nullable = false)
		Instant savedAt;

	}

	@Entity
	@Table(name = "media")
	static class Media {

		@Id
		@GeneratedValue
		UUID id;

		@Column(length = 200, nullable = false)
		String fileName;

		@Column(length = 60, nullable = false)
		String mime;

		long bytes;

		@JdbcTypeCode(SqlTypes.JSON)
		String meta;

	}

	@Entity
	@Table(name = "menus")
	static class Menu {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 60, nullable = false, unique = true)
		String name;

		@Column(length = 5, nullable = false)
		String locale;

	}

	@Entity
	@Table(name = "menu_entries")
	static class MenuEntry {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Menu menu;

		int position;

		@Column(length = 80, nullable = false)
		String label;

		@ManyToOne
		Page page;

	}

	@Entity
	@Table(name = "newsletters")
	static class Newsletter {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 200, nullable = false)
		String subject;

		@Column(columnDefinition = "text", nullable = false)
		String body;

		Instant sentAt;

	}

	@Entity
	@Table(name = "subscriptions")
	static class Subscription {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(columnDefinition = "citext", nullable = false)
		String email;

		@Column(length = 5, nullable = false)
		String locale;

		Instant confirmedAt;

	}

	@Entity
	@Table(name = "audit_log")
	static class AuditEntry {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(nullable = false)
		Instant at;

		@Column(length = 80, nullable = false)
		String actor;

		@Column(length = 40, nullable = false)
		String action;

		@Column(length = 80, nullable = false)
		String entity;

		@Column(length = 60)
		String entityId;

		@JdbcTypeCode(SqlTypes.JSON)
		String changes;

	}

	@Entity
	@Table(name = "settings")
	static class Setting {

		@Id
		@Column(length = 80)
		String name;

		@Column(columnDefinition = "text", nullable = false)
		String value;

		@Column(nullable = false)
		Instant updatedAt;

	}

	@Entity
	@Table(name = "translations")
	static class Translation {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 5, nullable = false)
		String locale;

		@Column(length = 120, nullable = false)
		String messageKey;

		@Column(columnDefinition = "text", nullable = false)
		String value;

	}

}
