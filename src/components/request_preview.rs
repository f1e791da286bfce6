//! "This is what support will see": every line of a request, each removable unless it is needed.

use leptos::prelude::*;

use super::icon::Icon;
use crate::{erase::view, live::Live};

/// One line of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewLine {
    /// Its name in the request.
    pub key: &'static str,
    pub label: String,
    pub value: String,
    pub kind: LineKind,
}

/// Whether a line has to go along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineKind {
    Needed,
    /// Needed, and can be changed at this address.
    Changeable(String),
    Shared,
    Withheld,
}

/// `on_toggle` gets the key of a line to leave out, or to put back.
#[component]
pub fn RequestPreview(lines: Live<Vec<PreviewLine>>, on_toggle: Callback<&'static str>) -> impl IntoView {
    view! {
        <dl class="request-preview">
            {move || lines().into_iter().map(|line| entry(line, on_toggle)).collect::<Vec<_>>()}
        </dl>
    }
}

fn entry(line: PreviewLine, on_toggle: Callback<&'static str>) -> AnyView {
    let is_withheld = line.kind == LineKind::Withheld;
    let class =
        if is_withheld { "request-preview__line request-preview__line--withheld" } else { "request-preview__line" };
    let value = if is_withheld { t!("request-preview-withheld") } else { line.value };
    view! {
        <div class=class>
            <dt class="request-preview__label">{line.label.clone()}</dt>
            <dd class="request-preview__value">{value}</dd>
            <dd class="request-preview__action">{action(line.kind, line.key, &line.label, on_toggle)}</dd>
        </div>
    }
}

fn action(kind: LineKind, key: &'static str, label: &str, on_toggle: Callback<&'static str>) -> AnyView {
    let (words, name) = match kind {
        LineKind::Needed => {
            return view! { <span class="request-preview__needed"><Icon name="check"/> {t!("request-preview-needed")}</span> };
        }
        LineKind::Changeable(href) => {
            let name = t!("request-preview-change-name", label = label.to_owned());
            return view! { <a class="request-preview__change" href=href aria-label=name>{t!("request-preview-change")}</a> };
        }
        LineKind::Shared => (t!("request-preview-remove"), t!("request-preview-remove-name", label = label.to_owned())),
        LineKind::Withheld => {
            (t!("request-preview-restore"), t!("request-preview-restore-name", label = label.to_owned()))
        }
    };
    // Its id keeps focus where it was when the line changes.
    view! {
        <button
            class="button button--quiet request-preview__toggle"
            type="button"
            id=format!("line-{key}")
            aria-label=name
            on:click=move |_| on_toggle.run(key)
        >
            {words}
        </button>
    }
}
