//! Views: data in, callbacks out. None knows the network, who is signed in, or a route.

pub mod article_body;
pub mod article_contents;
pub mod article_feedback;
pub mod article_list;
pub mod article_meta;
pub mod breadcrumbs;
pub mod category_list;
pub mod contact_door;
pub mod element;
pub mod empty;
pub mod icon;
pub mod load_state;
pub mod locale_switch;
pub mod notice_strip;
pub mod page_heading;
pub mod related_articles;
pub mod search_box;
pub mod search_results;
pub mod site_footer;
pub mod site_header;
pub mod skip_link;
