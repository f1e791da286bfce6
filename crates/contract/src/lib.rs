//! The REST contract as types: what crosses the wire between Svar and a backend, and nothing else.
//! One module per resource; readers tolerate unknown fields and unknown enum values.

pub mod answer;
pub mod availability;
pub mod callback;
pub mod case;
pub mod conversation;
pub mod event;
pub mod help;
pub mod list;
pub mod meta;
pub mod moment;
pub mod money;
pub mod node;
pub mod order;
pub mod problem;
pub mod routes;
pub mod session;
pub mod upload;

mod open;

pub use answer::{
    Answer, AnswerEvent, AnswerEventKind, AnswerFeedback, AnswerRequest, AnswerSentence, AnswerState, Engine, Source,
    SourceKind, Subject, SubjectKind,
};
pub use availability::{
    Availability, ContactMethod, Interval, MethodAvailability, MethodStatus, Range, UnavailableReason,
};
pub use callback::{Callback, CallbackChange, CallbackRequest, CallbackSlots, CallbackState, CaseCallbackRequest};
pub use case::{Actor, Case, CaseRequest, CaseState};
pub use conversation::{Author, AuthorKind, Conversation, Message, MessageRequest};
pub use event::{Event, EventKind, EventList};
pub use help::{
    Article, ArticleSummary, Category, CategoryLink, FeedbackRequest, Heading, SearchHit, SearchResults, SnippetPart,
};
pub use list::List;
pub use meta::{DisputeBody, LocaleName, Meta, Notice, NoticeTone, SignIn, UploadLimits};
pub use money::Money;
pub use node::{CalloutTone, Node};
pub use order::{
    Address, Counterparty, Deadline, DeadlineKind, DeadlineThen, MoneyState, Object, Order, OrderAction, OrderMoney,
    OrderObject, OrderState, Payout, PayoutState, Shipping, Station, StationKind,
};
pub use problem::{Problem, ProblemItem};
pub use session::{
    CSRF_HEADER, Person, PersonChange, Session, SignInHelpConfirmation, SignInHelpRequest, SignInHelpSent,
    SignInRequest,
};
pub use upload::{ATTACHMENTS_MAX, Attachment, FILE_NAME_HEADER, Upload, UploadState};

/// Version of the contract that these types describe; compared with [`Meta::contract_version`].
pub const CONTRACT_VERSION: &str = "1.0";
/// Longest question that `GET /help/search` takes, in characters (Unicode scalar values).
pub const QUERY_MAX_CHARS: usize = 200;
/// Longest question to an answer, words of a case, and message, in characters (Unicode scalar values).
pub const QUESTION_MAX_CHARS: usize = 2_000;
/// Most hits that `GET /help/search` gives; it has no cursor.
pub const SEARCH_MAX_HITS: usize = 20;
/// Largest `limit` of a list.
pub const LIST_MAX_LIMIT: u32 = 100;
