//! What is read from a request. Whatever cannot be read is refused with a reason, never with a failure.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Path, Query, Request},
    http::{HeaderMap, StatusCode, header, request::Parts},
};
use serde::de::DeserializeOwned;

use crate::{
    content::is_slug,
    problem::{Reason, Refusal},
};

/// The parameters after the `?`; unknown ones are left alone.
pub struct Params<T>(pub T);

impl<T: DeserializeOwned, S: Sync> FromRequestParts<S> for Params<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Query::<T>::try_from_uri(&parts.uri)
            .map(|Query(params)| Self(params))
            .map_err(|error| Reason::ParameterInvalid.at("", "unreadable", error.body_text()))
    }
}

/// The slug in the path. What cannot be a slug is not there.
pub struct Slug(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Slug {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let slug = Path::<String>::from_request_parts(parts, state).await.map(|Path(slug)| slug);
        slug.ok().filter(|slug| is_slug(slug)).map(Self).ok_or(Reason::NotFound.refusal())
    }
}

/// The JSON body.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        if !is_json(request.headers()) {
            return Err(Reason::MediaTypeUnsupported.refusal());
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|error| {
            let too_large = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
            if too_large { Reason::BodyTooLarge.refusal() } else { Reason::JsonMalformed.refusal() }
        })?;
        parse(&bytes).map(Self)
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let media_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    // Fields in a row without their names would be read as an object, too.
    if bytes.trim_ascii_start().first() == Some(&b'[') {
        return Err(Reason::BodyInvalid.at("", "invalid", "The body has to be an object."));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let pointer = pointer(error.path());
        let error = error.into_inner();
        if error.is_data() {
            Reason::BodyInvalid.at(&pointer, "invalid", error.to_string())
        } else {
            Reason::JsonMalformed.at("", "malformed", error.to_string())
        }
    })?;
    reader.end().map_err(|error| Reason::JsonMalformed.at("", "malformed", error.to_string()))?;
    Ok(value)
}

/// A path of serde as a JSON pointer (RFC 6901).
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter().fold(String::new(), |before, segment| match segment {
        Segment::Seq { index } => format!("{before}/{index}"),
        Segment::Map { key } => format!("{before}/{}", key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { .. } | Segment::Unknown => before,
    })
}
