//! Events out of a stream of bytes (`text/event-stream`), however the network cuts it.

/// Collects bytes until events are whole.
#[derive(Debug, Default)]
pub struct Feed {
    bytes: Vec<u8>,
}

impl Feed {
    /// Takes the next bytes; gives the data of every event that is whole now. Comments and names are left out.
    pub fn push(&mut self, piece: &[u8]) -> Vec<String> {
        self.bytes.extend_from_slice(piece);
        let mut found = Vec::new();
        while let Some((length, gap)) = end_of_event(&self.bytes) {
            let event: Vec<u8> = self.bytes.drain(..length + gap).take(length).collect();
            // What is no text is nothing that can be read.
            if let Some(data) = String::from_utf8(event).ok().and_then(|event| data(&event)) {
                found.push(data);
            }
        }
        found
    }
}

/// Where the first event ends, and how long the empty line after it is.
fn end_of_event(bytes: &[u8]) -> Option<(usize, usize)> {
    (0..bytes.len()).find_map(|at| {
        let rest = &bytes[at..];
        [&b"\n\n"[..], b"\r\n\r\n"].into_iter().find(|gap| rest.starts_with(gap)).map(|gap| (at, gap.len()))
    })
}

fn data(event: &str) -> Option<String> {
    let lines = event.lines().filter_map(|line| line.strip_prefix("data:"));
    let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::Feed;

    #[test]
    fn events_are_whole_however_they_are_cut() {
        for (name, stream, expected) in [
            ("one", "event: a\ndata: 1\n\n", vec!["1"]),
            ("two", "data: 1\n\ndata: 2\n\n", vec!["1", "2"]),
            ("heartbeats", ": still here\n\ndata: 1\n\n: still here\n\n", vec!["1"]),
            ("lines_of_windows", "data: 1\r\n\r\ndata: 2\r\n\r\n", vec!["1", "2"]),
            ("several_lines", "data: 1\ndata: 2\n\n", vec!["1\n2"]),
            ("without_a_space", "data:1\n\n", vec!["1"]),
            ("letters_of_several_bytes", "data: fråga 😀\n\n", vec!["fråga 😀"]),
            ("unfinished", "data: 1\n\ndata: 2\n", vec!["1"]),
            ("nothing", "", vec![]),
        ] {
            for size in 1..=stream.len().max(1) {
                let mut feed = Feed::default();
                let found: Vec<String> = stream.as_bytes().chunks(size).flat_map(|piece| feed.push(piece)).collect();
                assert_eq!(found, expected, "{name}, in pieces of {size}");
            }
        }
    }
}
