//! The migrations, compiled in. One that has been released is never changed.

use std::borrow::Cow;

use sqlx::{
    SqlStr,
    migrate::{Migration, MigrationType, Migrator},
};

const ALL: &[(i64, &str, &str)] = &[
    (1, "help", include_str!("../../migrations/0001_help.sql")),
    (2, "people", include_str!("../../migrations/0002_people.sql")),
    (3, "sign_in", include_str!("../../migrations/0003_sign_in.sql")),
    (4, "orders", include_str!("../../migrations/0004_orders.sql")),
    (5, "answers", include_str!("../../migrations/0005_answers.sql")),
    (6, "cases", include_str!("../../migrations/0006_cases.sql")),
    (7, "events", include_str!("../../migrations/0007_events.sql")),
    (8, "contact", include_str!("../../migrations/0008_contact.sql")),
    (10, "uploads", include_str!("../../migrations/0010_uploads.sql")),
];

/// All migrations, in order.
pub fn all() -> Migrator {
    let migration = |&(version, name, sql)| {
        let sql = SqlStr::from_static(sql);
        Migration::new(version, Cow::Borrowed(name), MigrationType::Simple, sql, false)
    };
    Migrator::with_migrations(ALL.iter().map(migration).collect())
}
