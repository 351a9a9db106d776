package dev.limbeck.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), which a server in a container
 * asks for.
 */
final class ScramLogin {

	private final String password;

	private final String opening = "n=,r=" + UUID.randomUUID();

	ScramLogin(String password) {
		this.password = password;
	}

	String firstMessage() {
		return "n,," + this.opening;
	}

	String finalMessage(String challenge) {
		String[] parts = challenge.split(",");
		byte[] salt = Base64.getDecoder().decode(parts[1].substring(2));
		String message = "c=biws," + parts[0];
		try {
			byte[] proof = proof(salt, Integer.parseInt(parts[2].substring(2)),
					this.opening + "," + challenge + "," + message);
			return message + ",p=" + Base64.getEncoder().encodeToString(proof);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] proof(byte[] salt, int iterations, String conversation) throws GeneralSecurityException {
		PBEKeySpec spec = new PBEKeySpec(this.password.toCharArray(), salt, iterations, 256);
		byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
		byte[] key = sign(salted, "Client Key");
		byte[] signature = sign(MessageDigest.getInstance("SHA-256").digest(key), conversation);
		for (int i = 0; i < key.length; i++) {
			key[i] ^= signature[i];
		}
		return key;
	}

	private byte[] sign(byte[] key, String text) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(key, "HmacSHA256"));
		return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
	}

}
