//! A brotli (quality 11) and a gzip (level 9) file beside each file that gets smaller by it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::Failure;
use crate::files;

const ENDINGS: [&str; 9] = ["html", "js", "css", "wasm", "ftl", "svg", "txt", "xml", "json"];

/// Writes `NAME.br` and `NAME.gz` for every compressible file below a folder that lacks them, on all processors.
pub fn below(folder: &Path) -> Result<(), Failure> {
    let mut all = files::below(folder)?;
    all.retain(|path| path.extension().is_some_and(|own| ENDINGS.iter().any(|ending| own == *ending)));
    all.retain(|path| !with_suffix(path, ".br").exists() || !with_suffix(path, ".gz").exists());
    let next = AtomicUsize::new(0);
    let work = || -> Result<(), Failure> {
        while let Some(path) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            both(path)?;
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().unwrap_or_else(|_| {
                Err(Failure::Unexpected { file: folder.into(), why: "compressing it ended early".into() })
            })
        })
    })
}

/// Content in brotli, quality 11.
pub fn brotli(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Content in gzip, level 9.
pub fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

fn both(path: &Path) -> Result<(), Failure> {
    let content = files::read(path)?;
    files::write(&with_suffix(path, ".br"), brotli(&content).map_err(Failure::file("compress", path))?)?;
    files::write(&with_suffix(path, ".gz"), gzip(&content).map_err(Failure::file("compress", path))?)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn both_forms_give_the_content_back() {
        let content = "Svar, svar, svar. ".repeat(50);
        let mut text = String::new();
        let small = gzip(content.as_bytes()).expect("gzip");
        flate2::read::GzDecoder::new(&*small).read_to_string(&mut text).expect("text");
        assert_eq!(text, content);
        let small = brotli(content.as_bytes()).expect("brotli");
        let mut bytes = Vec::new();
        brotli::BrotliDecompress(&mut &*small, &mut bytes).expect("bytes");
        assert_eq!(bytes, content.as_bytes());
    }
}
