//! Where tools are kept between projects and clones: `svar/tools` in the user's cache folder.

use std::env;
use std::path::PathBuf;

use crate::failure::Failure;

/// `$XDG_CACHE_HOME/svar/tools`, else `~/.cache/svar/tools`.
pub fn folder() -> Result<PathBuf, Failure> {
    let named = env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    let cache = named.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    let missing = Failure::Missing { tool: "a home folder", install: "set HOME or XDG_CACHE_HOME." };
    Ok(cache.ok_or(missing)?.join("svar/tools"))
}
