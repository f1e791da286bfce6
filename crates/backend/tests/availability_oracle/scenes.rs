//! The combinations: topics, languages, moments around changes of the clocks in five zones, presence, queues, roles.

use std::collections::BTreeMap;

use backend::availability::{
    decide::{Asked, Presence, Staffed, Team, decide},
    hours::Hours,
    seller::Seller,
};
use contract::{Availability, ContactMethod, MethodAvailability};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rules::seller::Standing;

use super::{
    axes::{AROUND, CHANGES, EMAIL, PHONE, PRESENT, ROLES, ROWS, SELLERS, STEP, TOPICS, WAITING, WANTED},
    naive::{self, FULL, LONG, Phone, Row, Scene},
};

fn at(text: &str) -> i64 {
    text.parse::<Timestamp>().unwrap().as_second()
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The same scene for the code under test.
fn team(scene: &Scene<'_>) -> Team {
    let hours = |row: &Row| {
        let hours = |day: &i8| Hours {
            language: row.language.to_owned(),
            topic: row.topic.to_owned(),
            country: row.country.to_owned(),
            zone: scene.zone.clone(),
            weekday: i64::from(*day),
            opens: row.from,
            closes: row.to,
        };
        row.days.iter().map(hours).collect::<Vec<_>>()
    };
    let present = |(languages, until): &(&[&str], i64)| Presence { languages: owned(languages), until: *until };
    let phone = Staffed {
        method: ContactMethod::Phone,
        is_on: scene.is_on,
        languages: owned(scene.phone),
        unsupported_topics: owned(scene.no_topics),
        written_topics: owned(scene.written_topics),
        unsupported_countries: owned(scene.no_countries),
        hours: scene.rows.iter().flat_map(hours).collect(),
        holidays: [scene.holiday].into(),
        presence: scene.present.iter().map(present).collect(),
        queue: scene.waiting,
        long_from: LONG,
        full_from: FULL,
        waits: vec![30, 60, 90, 120],
        places: 2,
        taken: scene.taken.iter().map(|slot| (*slot, 2)).collect(),
    };
    let timezone = scene.zone.iana_name().unwrap().to_owned();
    Team {
        timezone,
        email_languages: owned(scene.email),
        email_reply_s: 86_400,
        staffed: vec![phone],
        safety_topics: vec!["safety".to_owned()],
    }
}

fn found(method: &MethodAvailability) -> Phone {
    let known = |word: &str| {
        let words = [
            "available",
            "busy",
            "closed",
            "unsupported",
            "outside_hours",
            "holiday",
            "no_agents_online",
            "queue_long",
            "queue_full",
            "language_unsupported",
            "topic_unsupported",
            "country_unsupported",
            "account_restricted",
            "maintenance",
            "exact",
            "fallback",
        ];
        *words.iter().find(|known| **known == word).unwrap_or_else(|| panic!("{word}"))
    };
    Phone {
        status: known(method.status.word()),
        reason: method.reason.as_ref().map_or("", |reason| known(reason.word())),
        language: method.language.clone(),
        language_match: method.language_match.as_deref().map_or("", known),
        opens_at: method.opens_at.map(|at| at.unix_timestamp()),
        closes_at: method.closes_at.map(|at| at.unix_timestamp()),
        position: method.position,
        callback: method.callback.unwrap(),
        hours: method.hours.iter().map(|it| (it.from.unix_timestamp(), it.to.unix_timestamp())).collect(),
    }
}

/// The seller as the code under test knows them.
fn seller(naive: naive::Seller) -> Seller {
    let respond_by = Some(naive.due).filter(|due| *due != 0);
    let usual_reply_s = Some(naive.usually).filter(|seconds| *seconds > 0);
    Seller {
        usual_reply_s,
        answer_s: Some(naive::ANSWER_S),
        standing: Standing { respond_by, has_case: naive.has_case },
    }
}

fn found_seller(method: &MethodAvailability) -> (&str, &str, Option<u64>, Option<i64>) {
    assert_eq!(method.method, ContactMethod::SellerMessage);
    let reason = method.reason.as_ref().map_or("", |reason| reason.word());
    let due = method.respond_by.map(|at| at.unix_timestamp());
    (method.status.word(), reason, method.usual_reply_s, due)
}

/// What holds of every answer, whatever decides it.
fn whole(availability: &Availability, name: &str) {
    let [.., phone, email] = &availability.methods[..] else { panic!("{name}: {availability:?}") };
    assert_eq!((email.method.word(), email.status.word(), &email.reason), ("email", "available", &None), "{name}");
    assert_eq!(availability.recommended.last(), Some(&ContactMethod::Email), "{name}");
    for method in [phone, email] {
        assert_eq!(method.reason.is_some(), method.status.word() != "available", "{name}: reason");
        let has_wait = method.wait_s.is_some();
        assert_eq!((has_wait, method.position.is_some()), (method.status.word() == "busy", has_wait), "{name}: wait");
        assert!(method.wait_s.as_ref().is_none_or(|wait| (wait.low, wait.high) == (30, 90)), "{name}: wait");
    }
}

fn check(scene: &Scene<'_>, name: &str) -> &'static str {
    let asked = Asked {
        topic: scene.topic,
        language: scene.wanted,
        country: scene.country,
        is_restricted: scene.is_restricted,
        seller: scene.seller.map(seller),
    };
    let availability = decide(&team(scene), asked, scene.now);
    whole(&availability, name);
    let expected = scene.phone();
    let [before @ .., phone, _] = &availability.methods[..] else { panic!("{name}: {availability:?}") };
    assert_eq!(found(phone), expected, "{name}");
    assert_eq!(before.iter().map(found_seller).collect::<Vec<_>>(), Vec::from_iter(scene.seller_message()), "{name}");
    let recommended: Vec<&str> = availability.recommended.iter().map(ContactMethod::word).collect();
    assert_eq!(recommended, scene.recommended(), "{name}");
    assert_eq!(availability.valid_until.unix_timestamp(), scene.valid_until(), "{name}: valid until");
    if expected.reason.is_empty() { expected.status } else { expected.reason }
}

/// Every combination of what does not depend on the moment.
fn each_question(mut claim: impl FnMut(usize, Scene<'_>), scene: Scene<'_>) {
    let sizes = [TOPICS.len(), WANTED.len(), ROLES.len(), PRESENT.len(), WAITING.len(), 8];
    for number in 0..sizes.iter().product() {
        let mut rest: usize = number;
        let [topic, wanted, role, present, waiting, switch] = sizes.map(|size| {
            let place = rest % size;
            rest /= size;
            place
        });
        let present: Vec<(&[&str], i64)> =
            PRESENT[present].iter().map(|(languages, seconds)| (*languages, scene.now + seconds)).collect();
        let (country, is_restricted) = ROLES[role];
        let (topic, wanted, waiting, is_on) = (TOPICS[topic], WANTED[wanted], WAITING[waiting], switch > 0);
        claim(number, Scene { topic, wanted, country, is_restricted, present: &present, waiting, is_on, ..scene });
    }
}

fn moment(now: i64, zone: &TimeZone, holiday: Date) -> Scene<'_> {
    Scene {
        now,
        zone,
        holiday,
        rows: &ROWS,
        email: EMAIL,
        phone: PHONE,
        no_topics: &["case_outcome"],
        written_topics: &["not_as_described"],
        no_countries: &["US"],
        present: &[],
        is_on: true,
        waiting: 0,
        topic: "",
        wanted: "",
        country: "",
        is_restricted: false,
        taken: &[],
        seller: None,
    }
}

#[test]
fn what_can_be_used_is_what_the_rules_say() {
    let (mut seen, mut count) = (BTreeMap::new(), 0);
    for (index, (zone_name, change, holiday)) in CHANGES.into_iter().enumerate() {
        let zone = TimeZone::get(zone_name).unwrap();
        for (place, (hours, seconds)) in AROUND.into_iter().enumerate() {
            let now = at(change) + hours * 3_600 + seconds;
            let claim = |number: usize, scene: Scene<'_>| {
                if (number + (index * AROUND.len() + place) * 5).is_multiple_of(STEP) {
                    let name = format!("{zone_name} {} #{number}", Timestamp::from_second(now).unwrap());
                    *seen.entry(check(&scene, &name)).or_insert(0) += 1;
                    count += 1;
                }
            };
            // Every third time all slots of the coming days are taken, but for one that is just in reach or just not.
            let all: Vec<i64> = (now.div_euclid(900)..).map(|slot| slot * 900).take(6 * 96).collect();
            let left = now + [1_800, 5 * 86_400][place % 2] + 900;
            let taken: Vec<i64> = all.into_iter().filter(|slot| (slot - left).abs() > 1_800).collect();
            let taken = if place % 3 == 0 { taken.as_slice() } else { &[] };
            let seller = SELLERS[(index + place) % SELLERS.len()].map(|(usually, due_in, has_case)| naive::Seller {
                usually,
                due: due_in.map_or(0, |seconds| now + seconds),
                has_case,
            });
            each_question(claim, Scene { taken, seller, ..moment(now, &zone, holiday.parse().unwrap()) });
        }
    }
    assert!(count >= 2_000, "{count}");
    let missing: Vec<&str> = ALL.into_iter().filter(|word| !seen.contains_key(word)).collect();
    assert!(missing.is_empty(), "{missing:?} of {seen:?}");
}

const ALL: [&str; 11] = [
    "available",
    "queue_long",
    "queue_full",
    "outside_hours",
    "holiday",
    "no_agents_online",
    "maintenance",
    "account_restricted",
    "topic_unsupported",
    "country_unsupported",
    "language_unsupported",
];
