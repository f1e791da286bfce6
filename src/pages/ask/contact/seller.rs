//! The message to the seller, which comes before support, and why somebody would rather not send one.

use contract::ContactMethod;
use leptos::prelude::*;
use rules::{
    contact::ContactOption,
    statement::{self, StatementRefused},
};
use time::OffsetDateTime;

use super::Opened;
use crate::{
    api::ApiError,
    browser::{dom, start::spawn, timer},
    components::{
        field::FieldWords,
        skip_reason::SkipReason,
        text_area::{self, TextArea},
    },
    erase::view,
    flows::ask::to_seller::send_to_seller,
    i18n::{self, format},
    live::{Live, live},
    paths,
};

/// The id of the field.
const FIELD_ID: &str = "to-seller";
const NEWS_ID: &str = "to-seller-news";

/// What became of the last attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Attempt {
    None,
    UnderWay,
    Failed(ApiError),
}

/// What is typed and chosen, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct ToSeller {
    kept: StoredValue<Opened>,
    text: RwSignal<String>,
    reason: RwSignal<String>,
    fault: RwSignal<Option<StatementRefused>>,
    attempt: RwSignal<Attempt>,
}

impl ToSeller {
    /// As it was left.
    pub fn of(kept: StoredValue<Opened>) -> Self {
        let (text, reason) =
            kept.with_value(|Opened { draft, .. }| (draft.words_to_seller().to_owned(), draft.seller_reason.clone()));
        Self {
            kept,
            text: RwSignal::new(text),
            reason: RwSignal::new(reason),
            fault: RwSignal::new(None),
            attempt: RwSignal::new(Attempt::None),
        }
    }

    /// Why the seller is not asked; nothing where that was not recommended.
    pub fn reason(self, options: &[ContactOption]) -> String {
        if is_first(options) { self.reason.get_untracked() } else { String::new() }
    }

    /// The words, and until when an answer is due.
    pub fn fields(self, options: Live<Vec<ContactOption>>, now: Live<OffsetDateTime>) -> AnyView {
        let Self { text, fault, attempt, .. } = self;
        let words = FieldWords {
            id: FIELD_ID,
            label: t!("ask-contact-seller-label"),
            hint: Some(t!("ask-contact-seller-hint")),
        };
        let type_in = Callback::new(move |typed: String| {
            fault.set(None);
            text.set(typed.clone());
            self.kept.update_value(|Opened { draft, owner }| {
                draft.seller_text = typed;
                draft.keep(owner);
            });
        });
        view! {
            <div class="ask-contact__seller">
                <TextArea
                    words=words
                    value=live(move || text.get())
                    error=live(move || fault.get().map(text_area::fault))
                    is_locked=live(move || attempt.get() == Attempt::UnderWay)
                    on_input=type_in
                />
                <p>{move || term(&options(), now())}</p>
                <p>{t!("ask-contact-seller-skip")}</p>
                <div id=NEWS_ID role="alert" tabindex="-1">{move || news(&attempt.get())}</div>
            </div>
        }
    }

    /// Asked of somebody who chooses another way, and never needed.
    pub fn why_not(self) -> AnyView {
        let reason = self.reason;
        view! {
            <SkipReason
                id="skip-reason"
                label=t!("skip-reason-label")
                first=t!("skip-reason-none")
                chosen=live(move || reason.get())
                on_choose=Callback::new(move |word| reason.set(word))
            />
        }
    }

    /// Sends it, unless it is on its way or cannot be sent.
    pub fn send(self, go: impl Fn(&str) + 'static) {
        if self.attempt.get_untracked() == Attempt::UnderWay {
            return;
        }
        let refused = self.text.with_untracked(|text| statement::check(text).err());
        if refused.is_some() {
            self.fault.set(refused);
            return dom::focus(FIELD_ID);
        }
        self.attempt.set(Attempt::UnderWay);
        let Opened { draft, owner } = self.kept.get_value();
        spawn(async move {
            match send_to_seller(&draft, &owner).await {
                Ok(conversation) => go(&paths::ask_sent_to_seller(&i18n::locale(), &conversation)),
                Err(error) => self.fail(error).await,
            }
        });
    }
}

impl ToSeller {
    /// Where the page is gone, the draft is kept.
    async fn fail(self, error: ApiError) {
        if self.attempt.try_set(Attempt::Failed(error)).is_none() {
            timer::frame().await;
            dom::focus(NEWS_ID);
        }
    }
}

/// Whether a message to the seller is what is recommended.
pub fn is_first(options: &[ContactOption]) -> bool {
    options.first().is_some_and(|first| first.method == ContactMethod::SellerMessage && first.can_be_chosen)
}

fn term(options: &[ContactOption], now: OffsetDateTime) -> Option<String> {
    let seller = options.iter().find(|option| option.method == ContactMethod::SellerMessage)?;
    let at = seller.availability.as_ref()?.respond_by?;
    Some(t!("ask-contact-seller-term", at = format::near(at, now)))
}

/// What is so, and the way out; the words stay as they are.
fn news(attempt: &Attempt) -> Option<AnyView> {
    let words = match attempt {
        Attempt::None | Attempt::UnderWay => return None,
        Attempt::Failed(ApiError::SignedOut) => {
            let href = paths::sign_in_to(&i18n::locale(), &dom::address());
            return Some(
                view! { <p>{t!("ask-check-signed-out")} " " <a href=href>{t!("site-header-sign-in")}</a></p> },
            );
        }
        Attempt::Failed(ApiError::Offline) => t!("ask-check-offline"),
        Attempt::Failed(ApiError::Refused(_) | ApiError::NotFound) => t!("ask-contact-seller-refused"),
        Attempt::Failed(_) => t!("ask-check-failed"),
    };
    Some(view! { <p class="ask-contact__news">{words}</p> })
}
