package dev.limbeck.metadata.jpa.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Date;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;

/**
 * Attributes that are points in time, and lengths of it.
 */
public final class TemporalTypes {

	private TemporalTypes() {
	}

	@Entity
	static class Moments {

		@Id
		Long id;

		Instant instant;

		OffsetDateTime offset;

		ZonedDateTime zoned;

		LocalDate date;

		LocalTime time;

		LocalDateTime dateTime;

		OffsetTime offsetTime;

		Duration duration;

		Year year;

		java.util.Date legacy;

		java.sql.Timestamp timestamp;

		java.sql.Date sqlDate;

		java.util.Calendar calendar;

	}

	@Entity
	static class Zones {

		@Id
		Long id;

		@TimeZoneStorage(TimeZoneStorageType.NATIVE)
		OffsetDateTime asIs;

		@TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
		OffsetDateTime normalized;

		@TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
		ZonedDateTime utc;

		@TimeZoneStorage(TimeZoneStorageType.COLUMN)
		@TimeZoneColumn(name = "kept_zone")
		ZonedDateTime kept;

		@TimeZoneStorage(TimeZoneStorageType.AUTO)
		OffsetDateTime automatic;

		@TimeZoneStorage(TimeZoneStorageType.COLUMN)
		OffsetTime time;

	}

	@Entity
	static class Precisions {

		@Id
		Long id;

		@Column(secondPrecision = 3)
		Instant millis;

		@Column(secondPrecision = 0)
		LocalDateTime seconds;

		@Column(secondPrecision = 2)
		LocalTime hundredths;

		@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
		Duration interval;

		@JdbcTypeCode(SqlTypes.TIMESTAMP)
		Instant local;

		@JdbcTypeCode(SqlTypes.BIGINT)
		Duration nanos;

		@CreationTimestamp
		Instant created;

		@UpdateTimestamp
		LocalDateTime updated;

	}

}
