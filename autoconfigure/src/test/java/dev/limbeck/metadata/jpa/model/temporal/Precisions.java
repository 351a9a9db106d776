package dev.limbeck.metadata.jpa.model.temporal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;

@Entity
class Precisions {

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
