//! What can go wrong with a call. Wordless: the screen turns each into a sentence and a way out.

use contract::Problem;

/// Why a call gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The device has no network.
    Offline,
    /// The backend wants a person to sign in.
    SignedOut,
    /// Not there, or not theirs.
    NotFound,
    /// The backend understood and refused.
    Refused(Box<Problem>),
    /// The backend cannot be reached, is at its limit, or took too long.
    Unavailable,
    /// The answer is not what the contract says.
    Malformed,
}

/// What an answer's status means; `problem` is its body, where that could be read.
#[must_use]
pub fn of_status(status: u16, problem: Option<Problem>) -> ApiError {
    match status {
        401 => ApiError::SignedOut,
        404 | 410 => ApiError::NotFound,
        408 | 429 | 500.. => ApiError::Unavailable,
        _ => problem.map_or(ApiError::Malformed, |problem| ApiError::Refused(Box::new(problem))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_decides() {
        let problem = || Some(Problem { code: "query_invalid".to_owned(), ..Problem::default() });
        for (name, status, body, expected) in [
            ("signed_out", 401, problem(), ApiError::SignedOut),
            ("not_found", 404, problem(), ApiError::NotFound),
            ("too_many", 429, problem(), ApiError::Unavailable),
            ("broken", 500, None, ApiError::Unavailable),
            ("gateway", 502, None, ApiError::Unavailable),
            ("refused", 422, problem(), ApiError::Refused(Box::new(problem().unwrap()))),
            ("refused_without_a_reason", 422, None, ApiError::Malformed),
            ("no_error_at_all", 302, None, ApiError::Malformed),
        ] {
            assert_eq!(of_status(status, body), expected, "{name}");
        }
    }
}
