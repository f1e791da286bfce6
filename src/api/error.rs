//! What can go wrong with a call. Wordless: the screen turns each into a sentence and a way out.

use std::cell::RefCell;

use contract::Problem;

thread_local! {
    static ON_SIGNED_OUT: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// What happens whenever the backend says that nobody is signed in.
pub fn on_signed_out(then: impl Fn() + 'static) {
    ON_SIGNED_OUT.set(Some(Box::new(then)));
}

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
        // A wrong password is refused with the same status.
        401 if problem.as_ref().is_none_or(|problem| problem.code == "signed_out") => {
            ON_SIGNED_OUT.with_borrow(|then| then.iter().for_each(|then| then()));
            ApiError::SignedOut
        }
        404 => ApiError::NotFound,
        410 => problem.map_or(ApiError::NotFound, |problem| ApiError::Refused(Box::new(problem))),
        429 => problem.map_or(ApiError::Unavailable, |problem| ApiError::Refused(Box::new(problem))),
        408 | 500.. => ApiError::Unavailable,
        _ => problem.map_or(ApiError::Malformed, |problem| ApiError::Refused(Box::new(problem))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_decides() {
        let problem = || Some(Problem { code: "query_invalid".to_owned(), ..Problem::default() });
        let signed_out = || Some(Problem { code: "signed_out".to_owned(), ..Problem::default() });
        for (name, status, body, expected) in [
            ("signed_out", 401, signed_out(), ApiError::SignedOut),
            ("signed_out_without_a_word", 401, None, ApiError::SignedOut),
            ("wrong_password", 401, problem(), ApiError::Refused(Box::new(problem().unwrap()))),
            ("not_found", 404, problem(), ApiError::NotFound),
            ("too_many", 429, problem(), ApiError::Refused(Box::new(problem().unwrap()))),
            ("too_many_without_a_word", 429, None, ApiError::Unavailable),
            ("used_up", 410, problem(), ApiError::Refused(Box::new(problem().unwrap()))),
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
