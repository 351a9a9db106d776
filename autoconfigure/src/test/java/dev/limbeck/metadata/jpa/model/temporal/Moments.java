package dev.limbeck.metadata.jpa.model.temporal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Moments {

	@Id
	Long id;

	Instant instant;

	OffsetDateTime shifted;

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
