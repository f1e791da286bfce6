//! Turning a conversation with the other side of an order into a case: the conversation stays beside it, for support to
//! read.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{
    extract::{Path, State},
    response::Response,
};
use contract::{Case, CaseState, ContactMethod, EscalationRequest, Node, Problem, SellerReason, SubjectKind, routes};
use rules::{message, plain, seller};

use super::{
    super::{
        answer,
        auth::SignedIn,
        cases::{author_kind, fault_words, object_ids, shown},
        help::published,
        orders::order_for,
        request::{Json, client_id},
    },
    Own, own,
};
use crate::{
    case_mail,
    folding::folded,
    hashing,
    problem::{Reason, Refusal},
    shared::{self, About},
    state::{Backend, Published},
    store::{
        StoreError,
        cases::{CaseRow, NewCase, Opened, turn},
        conversations::Stretch,
        people::PersonRow,
        seller::{Escalated, SellerConversationRow},
    },
};

/// Messages among which the words of the person are looked for, the oldest first.
const MESSAGES: u32 = 100;

/// Turns a conversation with the other side of an order into a case. The same request again gives the same case.
#[utoipa::path(put, path = routes::ESCALATION, context_path = routes::BASE, tag = "conversations",
    params(
        ("id" = String, Path, description = "The conversation's."),
        ("client_id" = String, Path, description = "A UUID that the client makes and keeps before the first attempt: \
            the id of the case."),
    ),
    request_body = EscalationRequest, responses(
    (status = 200, description = "The same request opened it before.", body = Case),
    (status = 201, description = "It is open.", body = Case),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such conversation with the other side of an order, or it is not yours.",
        body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`case_exists`, with its `case_id`", body = Problem,
        content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`client_id_invalid`, `client_id_reused`, `statement_invalid`, `body_invalid`: a reason \
        is missing while the other side has time to answer", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn put_escalation(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    Path((id, client)): Path<(String, String)>,
    Json(request): Json<EscalationRequest>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let person = signed_in.person();
    let id = client_id(&id).map_err(|_| Reason::NotFound.refusal())?;
    let Own::Seller(row) = own(&backend, person, &id).await? else { return Err(Reason::NotFound.refusal()) };
    let client_id = client_id(&client)?;
    let written = serde_json::to_string(&request).map_err(StoreError::from)?;
    let fingerprint = hashing::short(format!("{}\n{id}\n{written}", person.id).as_bytes());
    let escalated = match backend.store.case(&client_id).await? {
        Some(known) => Escalated::Opened(Box::new(Opened::known(known, &fingerprint))),
        None if !row.case_id.is_empty() => Escalated::Exists(row.case_id.clone()),
        None => {
            let asking = Asking { backend: &backend, published: &published, person, row: &row, request: &request };
            let new = asking.checked(client_id, fingerprint).await?;
            let mail = case_mail::received(&backend, person, &new.case);
            backend.store.escalate(&id, new, mail).await?
        }
    };
    let (case, is_new) = match escalated {
        Escalated::Opened(opened) => match *opened {
            Opened::Now(case) => (case, true),
            Opened::Before(case) => (case, false),
            Opened::Different | Opened::Uncalled(_) => return Err(Reason::ClientIdReused.refusal()),
        },
        Escalated::Exists(case) => return Err(Reason::CaseExists.refusal().with("case_id", &case)),
    };
    answer::made(is_new, &shown(&backend, &published, &case).await?)
}

/// Who turns which conversation into a case, and what they say to it.
struct Asking<'a> {
    backend: &'a Backend,
    published: &'a Published,
    person: &'a PersonRow,
    row: &'a SellerConversationRow,
    request: &'a EscalationRequest,
}

impl Asking<'_> {
    /// The case that it makes; the first fault refuses it.
    async fn checked(&self, id: String, fingerprint: String) -> Result<NewCase, Refusal> {
        self.reason()?;
        let statement = self.statement().await?;
        let order = order_for(self.backend, &self.person.id, &self.row.order_id).await?;
        let about = About { order, object: None };
        let mut facts = shared::facts(&about, &["object".to_owned()], None);
        facts.extend(self.request.reason.as_ref().map(shared::seller_reason));
        let case = CaseRow {
            id,
            fingerprint,
            shared: serde_json::to_string(&facts).map_err(StoreError::from)?,
            object_ids: object_ids(&about).join(","),
            ..self.case(statement)
        };
        Ok(NewCase {
            author_kind: author_kind(self.person, &case.role),
            author_name: self.person.display_name.clone(),
            nodes: message::nodes(&case.statement),
            attachments: Vec::new(),
            search_text: folded(&format!("{} {}", case.order_number, case.statement)),
            case,
        })
    }

    fn case(&self, statement: String) -> CaseRow {
        let now = self.backend.clock.seconds();
        let (state, languages) = (CaseState::Submitted, &self.published.email_languages);
        let first = languages.first().map_or("", String::as_str);
        CaseRow {
            person_id: Some(self.person.id.clone()),
            state: state.word().to_owned(),
            turn: turn(&state).to_owned(),
            turn_since: now,
            role: if self.is_buyer() { "buyer" } else { "seller" }.to_owned(),
            subject_kind: SubjectKind::Order.word().to_owned(),
            order_id: self.row.order_id.clone(),
            order_number: self.row.order_number.clone(),
            method: ContactMethod::Email.word().to_owned(),
            language: rules::locale::nearest(&self.person.support_language, languages, first).to_owned(),
            subject_line: message::first_line(&statement),
            statement,
            opened_at: now,
            updated_at: now,
            expected_reply_at: now + i64::from(self.backend.email_reply_s),
            ..CaseRow::default()
        }
    }

    fn is_buyer(&self) -> bool {
        self.row.buyer_id == self.person.id
    }

    fn reason(&self) -> Result<(), Refusal> {
        let reason = self.request.reason.as_ref();
        if matches!(reason, Some(SellerReason::Other(_))) {
            return Err(Reason::BodyInvalid.at("/reason", "unknown", "There is no such reason."));
        }
        let way = seller::escalation(self.is_buyer(), self.row.standing(), self.backend.clock.seconds());
        match way.is_some_and(|way| seller::is_enough(&way, reason)) {
            true => Ok(()),
            false => Err(Reason::BodyInvalid.at("/reason", "missing", "The other side has time to answer.")),
        }
    }

    /// What they say now, else what they said first.
    async fn statement(&self) -> Result<String, Refusal> {
        let said = self.request.text.as_deref().filter(|text| !text.trim().is_empty());
        let text = match said {
            Some(text) => text.to_owned(),
            None => self.first_words().await?,
        };
        message::check(&text).map_err(|fault| {
            let (code, detail) = fault_words(fault);
            Reason::StatementInvalid.at("/text", code, detail)
        })
    }

    /// Empty where they have not written.
    async fn first_words(&self) -> Result<String, Refusal> {
        let rows = self.backend.store.messages(&self.row.id, Stretch::After(0), MESSAGES).await?;
        let Some(first) = rows.into_iter().find(|row| row.author_id == self.person.id) else {
            return Ok(String::new());
        };
        let paragraph = |node: &Node| plain::text(std::slice::from_ref(node));
        Ok(first.message()?.nodes.iter().map(paragraph).collect::<Vec<_>>().join("\n\n"))
    }
}
