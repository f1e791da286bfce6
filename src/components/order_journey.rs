//! *The journey*: the stations of the parcel and of the money on two lines, and where each of them is now.
//! The lines are ordered lists, so the picture and what is read aloud are the same.

use leptos::prelude::*;
use rules::{
    journey::{Reach, Stop},
    order::Side,
};

use super::icon::Icon;
use crate::{erase::view, i18n::format};

/// What travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Traveller {
    Parcel,
    Money,
}

/// `parcel` and `money` are what [`rules::journey`] makes of an order; an empty line is left out.
#[component]
pub fn OrderJourney(parcel: Vec<Stop>, money: Vec<Stop>, side: Side) -> impl IntoView {
    let lines = [(Traveller::Parcel, parcel), (Traveller::Money, money)].into_iter();
    let lines = lines.filter(|(_, stops)| !stops.is_empty());
    view! {
        <section class="order-journey" aria-labelledby="journey">
            <h2 class="order-journey__heading" id="journey">{t!("order-journey-title")}</h2>
            {lines
                .map(|(traveller, stops)| view! { <Line traveller=traveller stops=stops side=side/> })
                .collect::<Vec<_>>()}
        </section>
    }
}

#[component]
fn Line(traveller: Traveller, stops: Vec<Stop>, side: Side) -> impl IntoView {
    let title = match traveller {
        Traveller::Parcel => t!("order-journey-parcel"),
        Traveller::Money => t!("order-journey-money"),
    };
    view! {
        <div class="order-journey__line">
            <h3 class="order-journey__traveller">{title}</h3>
            <ol class="order-journey__stops">
                {stops
                    .into_iter()
                    .map(|stop| view! { <Station traveller=traveller stop=stop side=side/> })
                    .collect::<Vec<_>>()}
            </ol>
        </div>
    }
}

#[component]
fn Station(traveller: Traveller, stop: Stop, side: Side) -> impl IntoView {
    let (class, current) = match stop.reach {
        Reach::Past => ("order-journey__stop order-journey__stop--past", None),
        Reach::Here => ("order-journey__stop order-journey__stop--here", Some("step")),
        Reach::Ahead => ("order-journey__stop", None),
    };
    let mark = match (stop.reach, traveller) {
        (Reach::Here, _) if stop.word == "delivery_failed" => Some("warning"),
        (Reach::Here, Traveller::Parcel) => Some("parcel"),
        (Reach::Here, Traveller::Money) => Some("coin"),
        (Reach::Past, _) => Some("check"),
        (Reach::Ahead, _) => None,
    };
    let here = (stop.reach == Reach::Here)
        .then(|| view! { <span class="order-journey__now">{t!("order-journey-here")}</span> });
    let plain = format::plain(&stop.word);
    let name = t!("order-journey-station", station = stop.word.clone(), side = side.word(), plain = plain);
    view! {
        <li class=class aria-current=current>
            <span class="order-journey__mark">{mark.map(|name| view! { <Icon name=name/> })}</span>
            <p class="order-journey__name">{name} " " {here}</p>
            <p class="order-journey__when">{when(&stop)}</p>
        </li>
    }
}

fn when(stop: &Stop) -> AnyView {
    let Some(at) = stop.at else {
        return (stop.reach == Reach::Ahead).then(|| t!("order-journey-ahead")).into_any();
    };
    let words = match stop.reach {
        Reach::Ahead => t!("order-journey-expected", date = format::short_day_and_time(at)),
        Reach::Past | Reach::Here => format::short_day_and_time(at),
    };
    view! { <time datetime=format::iso_moment(at)>{words}</time> }
}
