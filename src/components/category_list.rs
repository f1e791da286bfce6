//! The shelves of the help centre.

use contract::Category;
use leptos::prelude::*;

use super::icon::Drawing;
use crate::{erase::view, i18n, paths};

/// Shelves that have a picture of their own in the sprite.
const DRAWN: [&str; 4] = ["buying", "problems", "selling", "support"];

#[component]
pub fn CategoryList(categories: Vec<Category>) -> impl IntoView {
    view! {
        <section class="category-list" aria-labelledby="categories">
            <h2 class="category-list__heading" id="categories">{t!("category-list-title")}</h2>
            <ul class="category-list__items">
                {categories.into_iter().map(|category| view! { <CategoryEntry category=category/> }).collect::<Vec<_>>()}
            </ul>
            <p class="category-list__all">
                <a class="category-list__all-link" href=paths::articles(&i18n::locale())>{t!("site-footer-articles")}</a>
            </p>
        </section>
    }
}

#[component]
fn CategoryEntry(category: Category) -> impl IntoView {
    let picture = DRAWN.into_iter().find(|id| *id == category.id).unwrap_or("book").to_owned();
    view! {
        <li class="category-list__item">
            <Drawing name=picture class="category-list__icon" view_box="0 0 24 24"/>
            <h3 class="category-list__title">
                <a class="category-list__link" href=paths::category(&i18n::locale(), &category.slug)>{category.title}</a>
            </h3>
            <p class="category-list__summary">{category.summary}</p>
            <p class="category-list__count">{t!("category-list-count", count = category.article_count)}</p>
        </li>
    }
}
