package dev.limbeck.metadata.jpa.model.hierarchy;

import java.time.Duration;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;

@Entity
@AttributeOverride(name = "recorded", column = @Column(name = "called_at", nullable = false))
@AssociationOverride(name = "recorder", joinColumns = @JoinColumn(name = "answered_by"))
class Call extends Recorded {

	Duration duration;

}
