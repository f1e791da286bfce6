//! Photos that go along with a request: which can, how large they are made, and what they are called.

use contract::ATTACHMENTS_MAX;

/// The longer side that a photo is shrunk to, in pixels: enough to see a scratch.
pub const SIDE_MAX: u32 = 2_048;
/// Longest name, in characters, with its ending.
const NAME_MAX: usize = 80;
/// What a photo is called that has no name of its own.
const NAMELESS: &str = "photo";
/// Names that a system keeps for its devices, whatever ending they have.
const RESERVED: [&str; 7] = ["con", "prn", "aux", "nul", "com1", "lpt1", "clock$"];

/// What a photo may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Jpeg,
    Png,
    Webp,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Webp];

    /// The kind with that media type.
    #[must_use]
    pub fn of(media_type: &str) -> Option<Self> {
        let essence = media_type.split(';').next().unwrap_or_default().trim();
        Self::ALL.into_iter().find(|kind| kind.media_type().eq_ignore_ascii_case(essence))
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// The endings of its names, the usual one first.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jfif"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
        }
    }
}

/// Why a file cannot go along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadFault {
    /// More than go along with one message.
    TooMany,
    /// Nothing is in it.
    Empty,
    /// It says itself that it is something else.
    NoPhoto,
    /// It says that it is a photo, and cannot be read as one.
    Unreadable,
    TooLarge,
}

/// Whether a file that says it is a `media_type` may be taken up beside `others`. How large it may be is known only
/// once it is shrunk.
///
/// # Errors
/// Why not.
pub fn may_be_taken(media_type: &str, bytes: u64, others: usize) -> Result<(), UploadFault> {
    match (media_type.starts_with("image/") && !media_type.starts_with("image/svg"), bytes) {
        _ if others >= ATTACHMENTS_MAX => Err(UploadFault::TooMany),
        (false, _) => Err(UploadFault::NoPhoto),
        (true, 0) => Err(UploadFault::Empty),
        (true, _) => Ok(()),
    }
}

/// The size of a picture whose longer side is made [`SIDE_MAX`] at most; none is made larger, no side goes.
#[must_use]
pub fn shrunk(width: u32, height: u32) -> (u32, u32) {
    let longer = width.max(height).max(SIDE_MAX);
    let part = |side: u32| {
        let rounded = (u64::from(side) * u64::from(SIDE_MAX) + u64::from(longer) / 2) / u64::from(longer);
        u32::try_from(rounded).unwrap_or(SIDE_MAX).max(1)
    };
    (part(width), part(height))
}

/// The name under which a photo is kept and handed out: no path, nothing that cannot be seen or turns the direction of
/// writing, no letter that some system means something by, and the ending of what it is.
#[must_use]
pub fn name(told: &str, kind: Kind) -> String {
    let last = told.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.chars().filter(|letter| is_plain(*letter)).collect();
    let stem = stem(seen.trim_matches(|letter: char| letter == '.' || letter.is_whitespace()), kind);
    let room = NAME_MAX - kind.endings()[0].len() - 1;
    let cut: String = stem.chars().take(room).collect();
    let cut = cut.trim_end_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let first = cut.split('.').next().unwrap_or_default().to_lowercase();
    let is_usable = !cut.is_empty() && !RESERVED.contains(&first.as_str());
    format!("{}.{}", if is_usable { cut } else { NAMELESS }, kind.endings()[0])
}

/// The name without an ending that says what the photo is anyway.
fn stem(name: &str, kind: Kind) -> &str {
    match name.rsplit_once('.') {
        Some((before, ending)) if kind.endings().iter().any(|it| it.eq_ignore_ascii_case(ending)) => before,
        _ => name,
    }
}

fn is_plain(letter: char) -> bool {
    let turns_or_hides = matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}');
    !letter.is_control() && !turns_or_hides && !matches!(letter, '<' | '>' | ':' | '"' | '|' | '?' | '*')
}

#[cfg(test)]
mod tests {
    use super::{Kind, UploadFault, may_be_taken, name, shrunk};

    #[test]
    fn a_kind_has_one_media_type() {
        for (row, media_type, expected) in [
            ("jpeg", "image/jpeg", Some(Kind::Jpeg)),
            ("png", "image/png", Some(Kind::Png)),
            ("webp", "image/webp", Some(Kind::Webp)),
            ("capitals", "Image/JPEG", Some(Kind::Jpeg)),
            ("with_a_parameter", "image/png; charset=binary", Some(Kind::Png)),
            ("svg", "image/svg+xml", None),
            ("gif", "image/gif", None),
            ("html", "text/html", None),
            ("old_word", "image/jpg", None),
            ("nothing", "", None),
        ] {
            assert_eq!(Kind::of(media_type), expected, "{row}");
        }
    }

    #[test]
    fn photos_are_taken_up() {
        for (row, media_type, bytes, others, expected) in [
            ("photo", "image/jpeg", 1, 0, Ok(())),
            ("a_kind_that_is_made_another", "image/heic", 1, 0, Ok(())),
            ("however_large", "image/png", u64::MAX, 7, Ok(())),
            ("ninth", "image/jpeg", 1, 8, Err(UploadFault::TooMany)),
            ("empty", "image/jpeg", 0, 0, Err(UploadFault::Empty)),
            ("svg", "image/svg+xml", 1, 0, Err(UploadFault::NoPhoto)),
            ("pdf", "application/pdf", 1, 0, Err(UploadFault::NoPhoto)),
            ("html", "text/html", 1, 0, Err(UploadFault::NoPhoto)),
            ("says_nothing", "", 1, 0, Err(UploadFault::NoPhoto)),
        ] {
            assert_eq!(may_be_taken(media_type, bytes, others), expected, "{row}");
        }
    }

    #[test]
    fn the_longer_side_is_2048_at_most() {
        for (row, size, expected) in [
            ("phone", (4_032, 3_024), (2_048, 1_536)),
            ("upright", (3_024, 4_032), (1_536, 2_048)),
            ("at_most", (2_048, 2_048), (2_048, 2_048)),
            ("small_stays", (640, 480), (640, 480)),
            ("a_line", (40_000, 3), (2_048, 1)),
            ("nothing", (0, 0), (1, 1)),
            ("enormous", (u32::MAX, u32::MAX), (2_048, 2_048)),
        ] {
            assert_eq!(shrunk(size.0, size.1), expected, "{row}");
        }
    }

    #[test]
    fn names_are_only_names() {
        let long = format!("{}.jpeg", "å".repeat(200));
        let kept = format!("{}.jpg", "å".repeat(76));
        for (row, told, expected) in [
            ("plain", "Watch back.jpg", "Watch back.jpg"),
            ("usual_ending", "IMG_0001.JPEG", "IMG_0001.jpg"),
            ("other_ending", "photo.png", "photo.png.jpg"),
            ("program", "photo.jpg.exe", "photo.jpg.exe.jpg"),
            ("page", "index.html", "index.html.jpg"),
            ("path", "../../etc/passwd", "passwd.jpg"),
            ("path_of_windows", "C:\\Users\\Anna\\clock.jpg", "clock.jpg"),
            ("mixed_path", "a/b\\..\\c.jpg", "c.jpg"),
            ("only_a_path", "a/b/", "photo.jpg"),
            ("only_dots", "...", "photo.jpg"),
            ("hidden_file", ".htaccess", "htaccess.jpg"),
            ("control_characters", "a\u{0}b\r\nc\u{7}\u{85}.jpg", "abc.jpg"),
            ("header", "a\r\nSet-Cookie: x=1", "aSet-Cookie x=1.jpg"),
            ("other_direction", "photo\u{202e}gpj.exe", "photogpj.exe.jpg"),
            ("isolate_and_marks", "\u{2066}a\u{2069}\u{200f}\u{61c}\u{feff}b\u{200b}.jpg", "ab.jpg"),
            ("quotes_and_marks", "a\"b*c?<d>|e:f.jpg", "abcdef.jpg"),
            ("other_scripts", "时计 ساعة.jpg", "时计 ساعة.jpg"),
            ("emoji", "⌚.jpg", "⌚.jpg"),
            ("device", "CON", "photo.jpg"),
            ("device_with_an_ending", "nul.jpg", "photo.jpg"),
            ("device_with_more", "aux.tar.jpg", "photo.jpg"),
            ("space_around", "  a .jpg ", "a.jpg"),
            ("nothing", "", "photo.jpg"),
            ("long", long.as_str(), kept.as_str()),
        ] {
            assert_eq!(name(told, Kind::Jpeg), expected, "{row}");
        }
    }
}
