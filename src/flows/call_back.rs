//! Moving the call that support is going to make, and cancelling it.

use contract::{Callback as Call, CallbackChange, CallbackSlots};
use leptos::prelude::*;

use crate::{
    api::{self, ApiError, fetched_anew, kept, urls},
    browser::{server_time, start::spawn, timer},
    components::{
        call_back::CallBack,
        call_times::{CALL_TIMES_ID, CallTimes, Times},
    },
    erase::view,
    flows::sign_in::go_to,
    i18n::format,
    live::live,
};

/// What is being done about the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Nothing,
    Choosing,
    Waiting,
    Failed(Fault),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// Somebody else has the time now, or none was chosen.
    Time,
    /// The call is not as it was shown any more.
    Changed,
    Other,
}

#[derive(Clone, Copy)]
struct Changing {
    id: StoredValue<String>,
    doing: RwSignal<Doing>,
    slot: RwSignal<String>,
    on_change: Callback<()>,
}

/// `on_change` runs when the call has been moved or cancelled, and when it is not as it was shown.
#[component]
pub fn CallBackFlow(call: Call, on_change: Callback<()>) -> impl IntoView {
    let changing = Changing {
        id: StoredValue::new(call.id.clone()),
        doing: RwSignal::new(Doing::Nothing),
        slot: RwSignal::new(String::new()),
        on_change,
    };
    let language = call.language.clone();
    let change = call.can_change.then(|| view! { <Ways changing=changing language=language/> });
    view! { <CallBack callback=call now=server_time::now() change=change/> }
}

#[component]
fn Ways(changing: Changing, language: String) -> impl IntoView {
    let Changing { doing, .. } = changing;
    let is_choosing = Memo::new(move |_| doing.get() == Doing::Choosing || doing.get() == Doing::Failed(Fault::Time));
    let choose = move |_| {
        doing.set(Doing::Choosing);
        lead_to_times();
    };
    let times = move || is_choosing.get().then(|| view! { <Move changing=changing language=language.clone()/> });
    view! {
        <div class="call-back__ways">
            <button class="button button--quiet" type="button" on:click=choose>{t!("call-back-move")}</button>
            <button class="button button--quiet" type="button" on:click=move |_| changing.cancel()>{t!("call-back-cancel")}</button>
        </div>
        {times}
        <p class="call-back__news" role="status">{move || news(doing.get())}</p>
    }
}

#[component]
fn Move(changing: Changing, language: String) -> impl IntoView {
    let Changing { doing, slot, .. } = changing;
    let slots = fetched_anew(move || Some(urls::callback_slots("", &language)));
    let times = live(move || Times { is_open: false, slots: free(slots.answer.get()) });
    let error = live(move || (doing.get() == Doing::Failed(Fault::Time)).then(|| t!("call-back-time")));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        changing.change();
    };
    view! {
        <form class="call-back__form" novalidate on:submit=send>
            <CallTimes times=times chosen=live(move || slot.get()) error=error on_choose=Callback::new(move |chosen| slot.set(chosen))/>
            <button class="button" type="submit">{t!("call-back-save")}</button>
        </form>
    }
}

fn free(answer: api::Answer) -> Vec<contract::Interval> {
    let text = answer.and_then(Result::ok);
    text.and_then(|text| serde_json::from_str::<CallbackSlots>(&text).ok()).map(|slots| slots.items).unwrap_or_default()
}

fn news(doing: Doing) -> Option<String> {
    match doing {
        Doing::Nothing | Doing::Choosing | Doing::Failed(Fault::Time) => None,
        Doing::Waiting => Some(t!("call-back-waiting")),
        Doing::Failed(Fault::Changed) => Some(t!("call-back-changed")),
        Doing::Failed(Fault::Other) => Some(t!("call-back-failed")),
    }
}

impl Changing {
    fn change(self) {
        let Some(slot) = format::moment_of(&self.slot.get_untracked()) else {
            self.doing.set(Doing::Failed(Fault::Time));
            return lead_to_times();
        };
        self.attempt(async move |path| {
            // What is changed is the call as it stands now.
            api::get(&path).await?;
            let etag = kept::get(&path).and_then(|kept| kept.etag).unwrap_or_default();
            api::patch(&path, &etag, &CallbackChange { slot }).await
        });
    }

    fn cancel(self) {
        self.attempt(async |path| api::delete(&path).await);
    }

    fn attempt(self, work: impl AsyncFnOnce(String) -> Result<(), ApiError> + 'static) {
        if self.doing.get_untracked() == Doing::Waiting {
            return;
        }
        self.doing.set(Doing::Waiting);
        let path = urls::callback(&self.id.get_value());
        spawn(async move {
            let outcome = work(path).await;
            let doing = outcome.as_ref().map_or_else(|error| Doing::Failed(fault(error)), |()| Doing::Nothing);
            let is_here = self.doing.try_set(doing).is_none();
            if is_here && doing == Doing::Failed(Fault::Time) {
                lead_to_times();
            }
            if is_here && matches!(doing, Doing::Nothing | Doing::Failed(Fault::Changed)) {
                self.on_change.run(());
            }
        });
    }
}

/// Once the list of times is there.
fn lead_to_times() {
    spawn(async {
        timer::frame().await;
        go_to(CALL_TIMES_ID);
    });
}

fn fault(error: &ApiError) -> Fault {
    match error {
        ApiError::Refused(problem) if problem.code == "slot_taken" => Fault::Time,
        ApiError::Refused(_) | ApiError::NotFound => Fault::Changed,
        _ => Fault::Other,
    }
}
