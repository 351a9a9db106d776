package dev.limbeck.metadata.jpa.model.embedded;

import java.io.Serializable;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record PriceId(@Column(length = 20) String sku, LocalDate since) implements Serializable {

}
