package org.ehcexchange.access;

import com.nimbusds.jose.jwk.JWK;

import java.time.Instant;

/// A private key and when it was made.
record SigningKey(JWK jwk, Instant createdAt) {}
