//! What a visit fetches and how much it may: the budgets of the product, in brotli.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::files;

/// A page that can be read: its HTML and the style sheet, bytes in brotli.
const READABLE: u64 = 25_000;
/// Everything that a first visit to the help home fetches, bytes in brotli.
const FIRST_VISIT: u64 = 230_000;

/// How the names of the files begin that pages for readers never ask for.
const OTHER_PART: &str = "account-";

/// Bytes of one file in the three forms that it is served in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub name: String,
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
}

/// What the budgets are about.
#[derive(Debug)]
pub struct Sizes {
    /// What a first visit to the English help home fetches.
    pub first_visit: Vec<Size>,
    /// The largest page with the style sheet.
    pub readable: Size,
}

/// A budget: its name, what is used and what there is, in bytes.
pub struct Budget {
    pub name: String,
    pub used: u64,
    pub limit: u64,
}

/// Measures the files of `dist/www`.
pub fn measure(www: &Path) -> Result<Sizes, Failure> {
    let all = files::below(www)?;
    let first_visit = all
        .iter()
        .filter(|path| is_fetched_first(www, path))
        .map(|path| size(www, path))
        .collect::<Result<Vec<_>, _>>()?;
    let style = first_visit.iter().find(|size| size.name.ends_with(".css")).cloned().unwrap_or_default();
    let pages = all.iter().filter(|path| path.extension().is_some_and(|own| own == "html"));
    let sizes = pages.map(|path| size(www, path)).collect::<Result<Vec<_>, _>>()?;
    let largest = sizes.into_iter().max_by_key(|size| size.brotli).unwrap_or_default();
    let name = format!("{} and style sheet", largest.name);
    Ok(Sizes { first_visit, readable: sum(name, [&largest, &style].into_iter()) })
}

/// Whether a first visit to the English help home fetches it. Files of the other part are only fetched by whoever goes
/// on to ask; `tests/e2e/budgets.spec.ts` measures what a browser fetches in both.
fn is_fetched_first(www: &Path, path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let ends = |ending: &str| path.extension().is_some_and(|own| own == ending);
    path.parent() == Some(www)
        && !name.starts_with(OTHER_PART)
        && (name == "en.html"
            || name.starts_with("words-en-") && ends("ftl")
            || ["js", "css", "wasm", "svg"].into_iter().any(ends))
}

/// The budgets with what is used of them.
pub fn budgets(sizes: &Sizes) -> [Budget; 2] {
    let first = sum("first visit".into(), sizes.first_visit.iter());
    [
        Budget {
            name: format!("page readable ({})", sizes.readable.name),
            used: sizes.readable.brotli,
            limit: READABLE,
        },
        Budget { name: "everything of a first visit to the help home".into(), used: first.brotli, limit: FIRST_VISIT },
    ]
}

impl Budget {
    /// The budget in a line.
    pub fn line(&self) -> String {
        let (used, limit) = (kilobytes(self.used), kilobytes(self.limit));
        let percent = self.used * 100 / self.limit;
        format!("{}: {used} of {limit} KB ({percent} %)", self.name)
    }
}

/// A table of the first visit's files, then the budgets.
pub fn table(sizes: &Sizes) -> Vec<String> {
    let row = |size: &Size| {
        let (raw, gzip, brotli) = (kilobytes(size.raw), kilobytes(size.gzip), kilobytes(size.brotli));
        format!("{:<40} {raw:>8} {gzip:>8} {brotli:>8}", size.name)
    };
    let mut lines = vec![format!("{:<40} {:>8} {:>8} {:>8}", "First visit, KB", "raw", "gzip", "brotli")];
    lines.extend(sizes.first_visit.iter().map(row));
    lines.push(row(&sum("together".into(), sizes.first_visit.iter())));
    lines.push(String::new());
    lines.extend(budgets(sizes).iter().map(Budget::line));
    lines
}

fn size(www: &Path, path: &Path) -> Result<Size, Failure> {
    let bytes = |ending: &str| -> Result<u64, Failure> {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let name = PathBuf::from(name);
        Ok(name.metadata().map_err(Failure::file("measure", &name))?.len())
    };
    let name = path.strip_prefix(www).unwrap_or(path).display().to_string();
    Ok(Size { name, raw: bytes("")?, gzip: bytes(".gz")?, brotli: bytes(".br")? })
}

fn sum<'a>(name: String, sizes: impl Iterator<Item = &'a Size>) -> Size {
    sizes.fold(Size { name, ..Size::default() }, |all, one| Size {
        name: all.name,
        raw: all.raw + one.raw,
        gzip: all.gzip + one.gzip,
        brotli: all.brotli + one.brotli,
    })
}

/// In thousands of bytes, as the budgets count.
fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(1_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn budget_line_says_used_limit_and_ratio() {
        let budget = Budget { name: "page".into(), used: 12_500, limit: 25_000 };
        assert_eq!(budget.line(), "page: 12.5 of 25.0 KB (50 %)");
    }

    #[test]
    fn a_first_visit_fetches_one_part_in_one_language() {
        for (name, path, expected) in [
            ("page", "www/en.html", true),
            ("page_of_another_language", "www/sv.html", false),
            ("words", "www/words-en-12.ftl", true),
            ("words_of_another_language", "www/words-sv-12.ftl", false),
            ("program", "www/svar-12.wasm", true),
            ("program_of_the_other_part", "www/account-12.wasm", false),
            ("words_of_the_other_part", "www/account-words-en-12.ftl", false),
            ("further_page", "www/en/articles.html", false),
        ] {
            assert_eq!(is_fetched_first(Path::new("www"), Path::new(path)), expected, "{name}");
        }
    }

    #[test]
    fn sizes_add_up() {
        let one = Size { name: "a".into(), raw: 30, gzip: 20, brotli: 10 };
        let all = sum("all".into(), [&one, &one].into_iter());
        assert_eq!(all, Size { name: "all".into(), raw: 60, gzip: 40, brotli: 20 });
    }
}
