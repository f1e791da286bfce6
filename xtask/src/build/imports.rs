//! Short names for what the app imports from its script. wasm-bindgen names each import at length and with a hash,
//! once in the script and once in the WebAssembly; hashes do not compress, so they weigh kilobytes.

use std::collections::BTreeMap;

use wasmparser::{Parser, Payload, TypeRef};

/// The section of a WebAssembly file that lists imports.
const IMPORT_SECTION: u8 = 2;
/// The module that the imports come from, as both sides name it afterwards.
const MODULE: &str = "s";

/// Renames the imports in both files alike. `None` if the WebAssembly cannot be read, or imports something
/// that the script does not name; then both are best left as they are.
pub fn shorten(script: &str, wasm: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut names = BTreeMap::new();
    let mut module = None;
    let mut section = None;
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(reader) = payload.ok()? {
            let range = reader.range();
            section = Some(usize::try_from(range.start).ok()?..usize::try_from(range.end).ok()?);
            for import in reader.into_imports() {
                let import = import.ok()?;
                matches!(import.ty, TypeRef::Func(_)).then_some(())?;
                (*module.get_or_insert(import.module) == import.module).then_some(())?;
                let short = short_name(names.len());
                names.insert(import.name, short);
            }
        }
    }
    let (section, module) = (section?, module?);
    let script = rename_in_script(script, module, &names)?;
    let body = renamed_section(wasm.get(section.clone())?, &names)?;
    let (before, after) = (section_start(wasm, section.start)?, wasm.get(section.end..)?);
    let mut out = wasm.get(..before)?.to_vec();
    out.push(IMPORT_SECTION);
    put_number(&mut out, body.len());
    out.extend(body);
    out.extend(after);
    Some((script, out))
}

fn rename_in_script(script: &str, module: &str, names: &BTreeMap<&str, String>) -> Option<String> {
    let mut script = replace_once(script, &format!("\"{module}\":"), &format!("{MODULE}:"))?;
    for (name, short) in names {
        script = replace_once(&script, &format!("{name}:"), &format!("{short}:"))?;
    }
    Some(script)
}

/// Replaces what stands there exactly once as a whole word.
fn replace_once(text: &str, old: &str, new: &str) -> Option<String> {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$';
    let mut found = text.match_indices(old).filter(|(at, _)| *at == 0 || !is_word(text.as_bytes()[at - 1]));
    let (at, _) = found.next()?;
    found.next().is_none().then(|| format!("{}{new}{}", &text[..at], &text[at + old.len()..]))
}

/// Letters first: a name must not begin with a digit.
fn short_name(index: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
    let letter = char::from(LETTERS[index % LETTERS.len()]);
    format!("{letter}{}", index / LETTERS.len())
}

/// The section's content: a count, then for each import two names and a function's type.
fn renamed_section(section: &[u8], names: &BTreeMap<&str, String>) -> Option<Vec<u8>> {
    let mut at = 0;
    let count = take_number(section, &mut at)?;
    let mut out = Vec::new();
    put_number(&mut out, count);
    for _ in 0..count {
        take_name(section, &mut at)?;
        let name = take_name(section, &mut at)?;
        put_name(&mut out, MODULE);
        put_name(&mut out, names.get(name)?);
        let kind = at;
        at += 1;
        take_number(section, &mut at)?;
        out.extend(section.get(kind..at)?);
    }
    Some(out)
}

/// Where the section that has its content at `content` begins: before its id and its length.
fn section_start(wasm: &[u8], content: usize) -> Option<usize> {
    (2..=6).map(|back| content - back).find(|start| {
        let mut at = start + 1;
        wasm.get(*start) == Some(&IMPORT_SECTION) && take_number(wasm, &mut at).is_some() && at == content
    })
}

fn take_name<'a>(bytes: &'a [u8], at: &mut usize) -> Option<&'a str> {
    let length = take_number(bytes, at)?;
    let name = bytes.get(*at..*at + length)?;
    *at += length;
    std::str::from_utf8(name).ok()
}

fn put_name(out: &mut Vec<u8>, name: &str) {
    put_number(out, name.len());
    out.extend(name.as_bytes());
}

/// An unsigned number as WebAssembly writes it (LEB128).
fn take_number(bytes: &[u8], at: &mut usize) -> Option<usize> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(*at)?;
        *at += 1;
        number |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            return Some(number);
        }
        if shift > 28 {
            return None;
        }
    }
}

fn put_number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::shorten;

    /// `(module (type (func)) (import "./x.js" "__wbg_a_1" (func)) (import "./x.js" "__wbg_b_2" (func)))`
    const WASM: &[u8] =
        b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x27\x02\x06./x.js\x09__wbg_a_1\0\0\x06./x.js\x09__wbg_b_2\0\0";

    #[test]
    fn both_sides_are_renamed_alike() {
        let script = "const i = { __wbg_a_1: function() {}, __wbg_b_2: function() {} }; return { \"./x.js\": i };";
        let (script, wasm) = shorten(script, WASM).unwrap();
        assert_eq!(script, "const i = { a0: function() {}, b0: function() {} }; return { s: i };");
        assert_eq!(wasm, b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0f\x02\x01s\x02a0\0\0\x01s\x02b0\0\0");
    }

    #[test]
    fn a_script_without_the_names_is_left_alone() {
        for (name, script) in [
            ("empty", ""),
            ("one_missing", "{ __wbg_a_1: function() {} } { \"./x.js\": i }"),
            ("one_twice", "{ __wbg_a_1: 1, __wbg_a_1: 1, __wbg_b_2: 1, \"./x.js\": i }"),
            ("part_of_a_word", "{ x__wbg_a_1: 1, __wbg_b_2: 1, \"./x.js\": i }"),
        ] {
            assert!(shorten(script, WASM).is_none(), "{name}");
        }
    }
}
