package dev.limbeck.metadata.jpa.model.constraints;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Comment("Values that the database computes")
class Computed {

	@Id
	Long id;

	@ColumnDefault("'new'")
	String state;

	@ColumnDefault("current_timestamp")
	Instant since;

	@ColumnDefault("gen_random_uuid()")
	UUID token;

	@ColumnDefault("true")
	boolean active;

	@ColumnDefault("1.5")
	BigDecimal factor;

	@ColumnDefault("'{}'")
	@JdbcTypeCode(SqlTypes.JSON)
	Map<String, String> settings;

	int width;

	int height;

	@GeneratedColumn("width * height")
	int area;

	@Generated
	@Column(insertable = false)
	@ColumnDefault("now()")
	Instant computed;

	@Formula("width + height")
	int half;

	@CurrentTimestamp
	Instant seen;

	@Collate("C")
	String sorted;

}
