//! The number that support calls and when, as it is typed and chosen.

use contract::{CallbackSlots, ContactMethod};
use leptos::prelude::*;
use rules::contact::ContactOption;

use crate::{
    api::{fetched_anew, urls},
    browser::dom,
    components::{
        call_times::{CALL_TIMES_ID, CallTimes, Times},
        field::FieldWords,
        load_state::Load,
        text_field::{Kind, TextField},
    },
    erase::view,
    flows::ask::draft::Draft,
    i18n,
    live::{Live, live},
    pages::load,
};

/// The id of the field for the number.
pub const PHONE_ID: &str = "phone";

/// Why a number cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PhoneFault {
    Empty,
    /// The backend could not make a number of it.
    Refused,
}

/// What is typed and chosen, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Call {
    phone: RwSignal<String>,
    slot: RwSignal<String>,
    phone_fault: RwSignal<Option<PhoneFault>>,
    is_slot_missing: RwSignal<bool>,
    topic: StoredValue<String>,
}

impl Call {
    /// As it was left; `why` is what sending was refused for.
    pub fn of(draft: &Draft, why: Memo<String>) -> Self {
        let why = why.get_untracked();
        let refused = (why == "phone").then_some(PhoneFault::Refused);
        // A time that somebody else has now is not chosen any more.
        let slot = if why == "slot" { String::new() } else { draft.slot.clone() };
        Self {
            phone: RwSignal::new(draft.phone.clone()),
            slot: RwSignal::new(slot),
            phone_fault: RwSignal::new(refused),
            is_slot_missing: RwSignal::new(false),
            topic: StoredValue::new(draft.topic.clone()),
        }
    }

    /// Whether there is a number and, where nobody can call now, a time; leads to what is missing.
    pub fn is_whole(self, is_open: bool) -> bool {
        let has_phone = !self.phone.get_untracked().trim().is_empty();
        let has_time = is_open || !self.slot.get_untracked().is_empty();
        self.phone_fault.set((!has_phone).then_some(PhoneFault::Empty));
        self.is_slot_missing.set(!has_time);
        if !has_phone {
            dom::focus(PHONE_ID);
        } else if !has_time {
            dom::focus(CALL_TIMES_ID);
        }
        has_phone && has_time
    }

    /// Into the draft.
    pub fn keep(self, draft: &mut Draft) {
        draft.phone = self.phone.get_untracked().trim().to_owned();
        draft.slot = self.slot.get_untracked();
    }

    /// Number and time.
    pub fn fields(self, options: Live<Vec<ContactOption>>, language: Option<String>) -> AnyView {
        let Self { phone, slot, phone_fault, is_slot_missing, topic } = self;
        let language = language.unwrap_or_else(i18n::locale);
        let slots = fetched_anew(move || Some(urls::callback_slots(&topic.get_value(), &language)));
        let slots = load::<CallbackSlots>(slots);
        let times = live(move || Times { is_open: is_open(&options()), slots: free(slots.get()) });
        let type_phone = Callback::new(move |text| {
            phone_fault.set(None);
            phone.set(text);
        });
        let choose = Callback::new(move |chosen| {
            is_slot_missing.set(false);
            slot.set(chosen);
        });
        let words = FieldWords { id: PHONE_ID, label: t!("call-phone-label"), hint: Some(t!("call-phone-hint")) };
        let missing = live(move || is_slot_missing.get().then(|| t!("call-times-missing")));
        view! {
            <div class="ask-contact__call">
                <TextField words=words kind=Kind::Phone value=live(move || phone.get()) error=live(move || phone_fault.get().map(fault)) on_input=type_phone/>
                <CallTimes times=times chosen=live(move || slot.get()) error=missing on_choose=choose/>
            </div>
        }
    }
}

fn fault(fault: PhoneFault) -> String {
    match fault {
        PhoneFault::Empty => t!("call-phone-empty"),
        PhoneFault::Refused => t!("call-phone-refused"),
    }
}

fn is_open(options: &[ContactOption]) -> bool {
    options.iter().any(|option| option.method == ContactMethod::Phone && option.is_open)
}

/// Times that could not be asked for are none: a call as soon as somebody is free is still there.
fn free(slots: Load<CallbackSlots>) -> Vec<contract::Interval> {
    match slots {
        Load::Ready(slots) => slots.items,
        Load::Waiting | Load::Failed(_) => Vec::new(),
    }
}
