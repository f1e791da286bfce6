//! `view!` as this crate uses it: Leptos' own, with the type of what it makes erased.
//! A view's type spells out its whole tree, and everything that handles it is compiled once for each such type;
//! erased, it is compiled once for each kind of element. That is what keeps the download within its budget.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

#[cfg(not(erase_components))]
compile_error!(
    "build with `--cfg erase_components`, as .cargo/config.toml says: RUSTFLAGS in the environment hides it"
);

/// What `view!` made, as the one type that all views have here.
pub trait Bare {
    /// Erases the type.
    fn bare(self) -> AnyView;
}

impl<T: RenderHtml + Send + 'static> Bare for View<T> {
    fn bare(self) -> AnyView {
        self.into_inner().into_any()
    }
}

impl Bare for AnyView {
    fn bare(self) -> AnyView {
        self
    }
}

/// Leptos' `view!`, giving an [`AnyView`].
macro_rules! erased_view {
    ($($tokens:tt)*) => {
        $crate::erase::Bare::bare($crate::erase::leptos_view!($($tokens)*))
    };
}

// Named like the one it stands for; an import by name wins over the prelude's.
pub(crate) use erased_view as view;
pub(crate) use leptos::view as leptos_view;
