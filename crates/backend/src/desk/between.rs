//! What the two sides of an order said to each other before one of them turned to support.

use maud::{Markup, html};

use super::{case::Said, content, words};

/// The messages, the oldest first; nothing where there are none.
pub fn between(messages: &[Said]) -> Markup {
    html! {
        @if !messages.is_empty() {
            section {
                h2 { "Between buyer and seller" }
                p.small { "They wrote this to each other. They do not see what is written to support below." }
                ol.messages {
                    @for said in messages {
                        li {
                            p.author {
                                bdi { strong { (said.row.author_name) } }
                                ", " (words::plain(&said.row.author_kind))
                                ", " (words::moment(said.row.created_at))
                            }
                            div.words dir="auto" { (content::nodes(&said.nodes)) }
                        }
                    }
                }
            }
        }
    }
}
