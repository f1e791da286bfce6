//! How far an HTML element reaches, when the bytes begin with a whole one.

const VOID: [&[u8]; 14] = [
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param", b"source",
    b"track", b"wbr",
];
/// Longer than any template; keeps a stray `<b>` from being followed to the end of the data.
const LONGEST: usize = 64 * 1024;

/// Length of the balanced element that `data` begins with.
pub fn length(data: &[u8]) -> Option<usize> {
    let data = &data[..data.len().min(LONGEST)];
    let mut open: Vec<&[u8]> = Vec::new();
    let mut at = 0;
    loop {
        let tag = tag(&data[at..])?;
        match tag.kind {
            Kind::Opens => open.push(tag.name),
            Kind::Whole => {}
            Kind::Closes => {
                if open.pop()? != tag.name {
                    return None;
                }
            }
        }
        at += tag.length;
        if open.is_empty() {
            return Some(at);
        }
        at += data[at..].iter().position(|byte| *byte == b'<')?;
    }
}

enum Kind {
    Opens,
    Closes,
    Whole,
}

struct Tag<'a> {
    name: &'a [u8],
    kind: Kind,
    length: usize,
}

fn tag(data: &[u8]) -> Option<Tag<'_>> {
    let rest = data.strip_prefix(b"<")?;
    let (closing, rest) = rest.strip_prefix(b"/").map_or((false, rest), |rest| (true, rest));
    let size = rest.iter().position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'-'))?;
    let (name, rest) = rest.split_at(size);
    if !name.first()?.is_ascii_alphabetic() || !matches!(rest.first()?, b' ' | b'\n' | b'\t' | b'/' | b'>') {
        return None;
    }
    let end = end_of_tag(rest)?;
    let itself_closed = end > 0 && rest[end - 1] == b'/';
    let kind = match closing {
        true => Kind::Closes,
        false if itself_closed || VOID.contains(&name) => Kind::Whole,
        false => Kind::Opens,
    };
    Some(Tag { name, kind, length: data.len() - rest.len() + end + 1 })
}

/// Where the `>` of a tag is; one inside a quoted value is not it, and a `<` outside one means that this is no tag.
fn end_of_tag(rest: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.iter().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Some(at),
            (None, b'<' | 0) => return None,
            (None, _) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_reaches_to_its_own_end() {
        let cases = [
            ("plain", "<p>a</p>b", Some("<p>a</p>")),
            ("empty", "<p></p>", Some("<p></p>")),
            ("nested", "<ul><li>a</li><li>b</li></ul>c", Some("<ul><li>a</li><li>b</li></ul>")),
            ("nested in its own kind", "<i><i>a</i>b</i>c", Some("<i><i>a</i>b</i>")),
            ("void", "<hr>a", Some("<hr>")),
            ("void inside", "<p>a<br>b</p>c", Some("<p>a<br>b</p>")),
            ("closing itself", "<use href=\"#a\"/>b", Some("<use href=\"#a\"/>")),
            ("attribute without a value", "<input disabled>a", Some("<input disabled>")),
            ("end of a tag in quotes", "<p title=\"a > b\">c</p>", Some("<p title=\"a > b\">c</p>")),
            ("closing tag in quotes", "<p title='</p>'>c</p>d", Some("<p title='</p>'>c</p>")),
            ("name with a hyphen", "<my-box>a</my-box>", Some("<my-box>a</my-box>")),
            ("never closed", "<p>a", None),
            ("closed by another", "<p>a</b></p>", None),
            ("closed without being open", "</p>", None),
            ("a generic type", "<T>::new", None),
            ("a path of a type", "<alloc::Vec>", None),
            ("less than", "<b and c", None),
            ("less than, later a tag", "<b and <i>c</i>", None),
        ];
        for (row, text, expected) in cases {
            let found = length(text.as_bytes()).map(|length| &text[..length]);
            assert_eq!(found, expected, "{row}");
        }
    }
}
