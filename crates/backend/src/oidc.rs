//! Sign-in elsewhere: OpenID Connect, code flow with PKCE (RFC 7636), state and nonce. What the issuer says of itself
//! is asked for each time, so that its keys may change at any moment.

use std::{future::Future, pin::Pin, time::Duration};

use openidconnect::{
    AsyncHttpClient, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    TokenResponse,
    core::{CoreAuthenticationFlow, CoreClient, CoreJwsSigningAlgorithm, CoreProviderMetadata},
    http,
};
use thiserror::Error;
use ureq::Agent;

/// How long the issuer has for an answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Largest answer that is read from it, in bytes.
const ANSWER_MAX: u64 = 1024 * 1024;

/// Why a person could not be sent to the issuer, or was not believed when they came back.
#[derive(Debug, Error)]
pub enum OidcError {
    #[error("`{0}` is no address of an issuer: it begins with https://, or with http:// on this machine")]
    Address(String),
    #[error("the issuer cannot be asked: {0}")]
    Unreachable(String),
    #[error("the issuer does not take the code: {0}")]
    Code(String),
    #[error("the issuer's token is not believed: {0}")]
    Token(String),
}

/// An issuer, and who we are to it.
pub struct Oidc {
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: Option<ClientSecret>,
    callback: RedirectUrl,
    http: Http,
}

/// What a person takes along to the issuer, and what has to be remembered until they come back.
#[derive(Debug)]
pub struct Departure {
    /// Where the browser goes.
    pub url: String,
    pub state: String,
    pub nonce: String,
    pub pkce_verifier: String,
}

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

impl Oidc {
    /// The issuer at an address, which sends people back to `callback`.
    ///
    /// # Errors
    /// If one of them is no address, or could be overheard.
    pub fn new(issuer: &str, client_id: &str, client_secret: Option<&str>, callback: &str) -> Result<Self, OidcError> {
        let issuer_url = IssuerUrl::new(issuer.to_owned()).map_err(|_| OidcError::Address(issuer.to_owned()))?;
        let is_own_machine = matches!(issuer_url.url().host_str(), Some("127.0.0.1" | "[::1]" | "localhost"));
        match issuer_url.url().scheme() {
            "https" => {}
            "http" if is_own_machine => {}
            _ => return Err(OidcError::Address(issuer.to_owned())),
        }
        Ok(Self {
            issuer: issuer_url,
            client_id: ClientId::new(client_id.to_owned()),
            client_secret: client_secret.map(|secret| ClientSecret::new(secret.to_owned())),
            callback: RedirectUrl::new(callback.to_owned()).map_err(|_| OidcError::Address(callback.to_owned()))?,
            http: Http::new(),
        })
    }

    /// The issuer's name, as it stands in its tokens.
    #[must_use]
    pub fn issuer(&self) -> &str {
        self.issuer.as_str()
    }

    async fn client(&self) -> Result<Client, OidcError> {
        let asked = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.http).await;
        let metadata = asked.map_err(|error| OidcError::Unreachable(error.to_string()))?;
        let client = CoreClient::from_provider_metadata(metadata, self.client_id.clone(), self.client_secret.clone());
        Ok(client.set_redirect_uri(self.callback.clone()))
    }

    /// Sends a person to the issuer.
    ///
    /// # Errors
    /// If the issuer cannot be asked.
    pub async fn depart(&self) -> Result<Departure, OidcError> {
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let client = self.client().await?;
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let asked = client.authorize_url(flow, CsrfToken::new_random, Nonce::new_random);
        let (url, state, nonce) = asked.set_pkce_challenge(challenge).url();
        Ok(Departure {
            url: url.to_string(),
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            pkce_verifier: verifier.into_secret(),
        })
    }

    /// The subject that a code stands for: exchanged once, with a token that is signed by the issuer, for us, for
    /// this attempt, and not over at `now` (seconds since 1970).
    ///
    /// # Errors
    /// If any of this is not so.
    pub async fn arrive(&self, code: &str, pkce_verifier: &str, nonce: &str, now: i64) -> Result<String, OidcError> {
        let client = self.client().await?;
        let exchange = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|error| OidcError::Code(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(pkce_verifier.to_owned()));
        let exchanged = exchange.request_async(&self.http).await;
        let tokens = exchanged.map_err(|error| OidcError::Code(error.to_string()))?;
        let token = tokens.id_token().ok_or_else(|| OidcError::Token("there is none".to_owned()))?;
        let moment = chrono::DateTime::from_timestamp(now, 0).unwrap_or_default();
        // Only signatures that need the issuer's own key: no shared secret, and never "none".
        let verifier = client.id_token_verifier().set_time_fn(move || moment).set_allowed_algs([
            CoreJwsSigningAlgorithm::EdDsa,
            CoreJwsSigningAlgorithm::EcdsaP256Sha256,
            CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            CoreJwsSigningAlgorithm::RsaSsaPssSha256,
        ]);
        let claims = token.claims(&verifier, &Nonce::new(nonce.to_owned()));
        let claims = claims.map_err(|error| OidcError::Token(error.to_string()))?;
        Ok(claims.subject().as_str().to_owned())
    }
}

/// Why a request did not reach the issuer.
#[derive(Debug, Error)]
enum HttpError {
    #[error(transparent)]
    Request(#[from] ureq::Error),
    #[error("it was interrupted: {0}")]
    Interrupted(#[from] tokio::task::JoinError),
}

/// Asks the issuer, on threads that may wait. Follows no redirect: the issuer's answers come from the issuer.
struct Http(Agent);

impl Http {
    fn new() -> Self {
        let config =
            Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0).http_status_as_error(false).build();
        Self(config.into())
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        let agent = self.0.clone();
        Box::pin(async move { tokio::task::spawn_blocking(move || ask(&agent, request)).await? })
    }
}

fn ask(agent: &Agent, request: HttpRequest) -> Result<HttpResponse, HttpError> {
    let (parts, body) = agent.run(request)?.into_parts();
    let body = body.into_with_config().limit(ANSWER_MAX).read_to_vec()?;
    Ok(http::Response::from_parts(parts, body))
}

#[cfg(test)]
mod tests {
    use super::Oidc;

    #[test]
    fn an_issuer_is_not_overheard() {
        for (name, issuer, expected) in [
            ("https", "https://id.example.org", true),
            ("own_machine", "http://127.0.0.1:8090", true),
            ("own_machine_by_name", "http://localhost:8090", true),
            ("own_machine_in_six", "http://[::1]:8090", true),
            ("http", "http://id.example.org", false),
            ("name_like_the_own_machine", "http://localhost.example.org", false),
            ("another_scheme", "ftp://127.0.0.1", false),
            ("no_address", "issuer", false),
            ("empty", "", false),
        ] {
            let made = Oidc::new(issuer, "svar", None, "http://127.0.0.1:8080/api/v1/session/callback");
            assert_eq!(made.is_ok(), expected, "{name}");
        }
    }
}
