package org.ehcexchange.access;

import com.nimbusds.jose.jwk.JWK;

import java.time.Instant;

/// A key that signs, is to sign, or signed.
///
/// @param jwk private while it may sign; only its public part is left afterwards
/// @param signsFrom when it takes over from the one before it
record SigningKey(JWK jwk, Instant createdAt, Instant signsFrom) {}
