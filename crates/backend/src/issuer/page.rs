//! The issuer's only page: who do you want to be? It holds no text of anybody else's.

use crate::demo::people;

/// The page for a request.
pub fn choice(request: &str) -> String {
    let button = |(id, name): (&str, &str)| format!("<p><button name=\"person\" value=\"{id}\">{name}</button></p>");
    let people: String = people::ALL.iter().map(|person| button((person.id, person.name))).collect();
    let nobody = button(("", "Nobody, go back"));
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Sign in to the demonstration</title>\
         <h1>Who do you want to be?</h1><form method=\"post\" action=\"/authorize\">\
         <input type=\"hidden\" name=\"request\" value=\"{request}\">{people}{nobody}</form></html>"
    )
}
