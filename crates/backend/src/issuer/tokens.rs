//! The issuer's key, and the tokens it signs: a subject, and nothing that is personal.

use axum::http::{HeaderMap, header};
use base64::{Engine, engine::general_purpose::STANDARD};
use openidconnect::{
    Audience, EmptyAdditionalClaims, IssuerUrl, JsonWebKeyId, Nonce, PrivateSigningKey, StandardClaims,
    SubjectIdentifier,
    core::{CoreEdDsaPrivateSigningKey, CoreIdToken, CoreIdTokenClaims, CoreJsonWebKeySet, CoreJwsSigningAlgorithm},
};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::grants::Granted;
use crate::secret;

/// What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, 7).
const PKCS8: [u8; 16] = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
/// Seconds that a token is good.
const TOKEN_S: i64 = 60;

/// A code that is exchanged.
#[derive(Debug, Deserialize)]
pub struct Exchange {
    pub grant_type: String,
    pub code: String,
    pub redirect_uri: String,
    #[serde(default)]
    pub code_verifier: String,
    #[serde(default)]
    client_id: String,
}

/// The key that signs.
pub struct Key(CoreEdDsaPrivateSigningKey);

impl Key {
    /// A key that was never used.
    pub fn fresh() -> Option<Self> {
        let mut der = PKCS8.to_vec();
        der.extend(Sha256::digest(secret::fresh()));
        let (label, body) = ("PRIVATE KEY", STANDARD.encode(der));
        let pem = format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n");
        let id = JsonWebKeyId::new(secret::fresh());
        CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(id)).ok().map(Self)
    }

    /// What everybody may know of it.
    pub fn public(&self) -> serde_json::Value {
        serde_json::to_value(CoreJsonWebKeySet::new(vec![self.0.as_verification_key()])).unwrap_or_default()
    }

    /// A signed token about a person.
    pub fn token(&self, issuer: &str, granted: &Granted, now: i64) -> Option<String> {
        let moment = |seconds| chrono::DateTime::from_timestamp(seconds, 0);
        let claims = CoreIdTokenClaims::new(
            IssuerUrl::new(issuer.to_owned()).ok()?,
            vec![Audience::new(granted.client_id.clone())],
            moment(now + TOKEN_S)?,
            moment(now)?,
            StandardClaims::new(SubjectIdentifier::new(granted.subject.clone())),
            EmptyAdditionalClaims {},
        )
        .set_nonce(granted.nonce.clone().map(Nonce::new));
        let signed = CoreIdToken::new(claims, &self.0, CoreJwsSigningAlgorithm::EdDsa, None, None);
        signed.ok().map(|token| token.to_string())
    }
}

/// Who exchanges a code: named in the body or as the user of HTTP's Basic scheme. Nobody is registered here, so a
/// secret proves nothing, and the verifier everything.
pub fn client_id(headers: &HeaderMap, exchange: &Exchange) -> String {
    let basic = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let decoded = basic.and_then(|value| STANDARD.decode(value.strip_prefix("Basic ")?).ok());
    let named = decoded.and_then(|bytes| String::from_utf8(bytes).ok());
    named.and_then(|pair| pair.split_once(':').map(|(id, _)| id.to_owned())).unwrap_or(exchange.client_id.clone())
}
