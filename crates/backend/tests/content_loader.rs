//! What the content loader refuses, each with its file, its line and its sentence.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod content_loader {
    mod contact;
    mod files;
    mod folder;
    mod heads;
    mod mail;
    mod references;
    mod text;
    mod topics;
}
