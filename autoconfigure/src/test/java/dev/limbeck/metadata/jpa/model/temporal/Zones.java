package dev.limbeck.metadata.jpa.model.temporal;

import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
class Zones {

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
