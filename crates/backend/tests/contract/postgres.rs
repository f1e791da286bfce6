//! A PostgreSQL of the tests' own: one for the process, without a network address, gone when the process is.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        LazyLock,
        atomic::{AtomicU32, Ordering},
    },
};

use sqlx::{AnyConnection, AssertSqlSafe, Connection, Executor};

struct Server {
    /// Where its socket is.
    folder: String,
    /// The server stops when its input is closed, which the end of this process does, too.
    _process: Child,
}

/// Runs until its input ends. The data need not outlive anything, so nothing waits for the disk.
const SCRIPT: &str = r#"
set -e
folder=$(mktemp -d "${TMPDIR:-/tmp}/svar-postgres.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM HUP
cd "$folder"
"$1/initdb" -D "$folder/data" -U svar -A trust -E UTF8 --no-locale --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
"$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c max_connections=400 </dev/null >>"$folder/log" 2>&1 &
server=$!
until "$1/pg_isready" -q -h "$folder"; do kill -0 "$server" || { cat "$folder/log" >&2; exit 1; }; sleep 0.1; done
echo "$folder"
cat >/dev/null
kill -INT "$server"
wait "$server"
"#;

static SERVER: LazyLock<Option<Server>> = LazyLock::new(|| {
    let Some(programs) = programs() else {
        eprintln!("PostgreSQL is not installed: the contract is tested on SQLite only.");
        return None;
    };
    Some(start(programs))
});

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// The folder of the newest PostgreSQL's programs.
fn programs() -> Option<PathBuf> {
    let on_path = env::var_os("PATH").into_iter().flat_map(|path| env::split_paths(&path).collect::<Vec<_>>());
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut packaged: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    packaged.sort();
    let whole = |folder: &PathBuf| ["initdb", "postgres", "pg_isready"].iter().all(|name| folder.join(name).exists());
    packaged.into_iter().rev().chain(on_path).find(whole)
}

fn start(programs: PathBuf) -> Server {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout == b"0\n");
    // It refuses to run as root.
    let mut command = if is_root { Command::new("runuser") } else { Command::new("sh") };
    if is_root {
        command.args(["-u", "postgres", "--", "sh"]);
    }
    let mut child = command
        .args(["-c", SCRIPT, "sh"])
        .arg(programs)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell starts");
    let mut folder = String::new();
    BufReader::new(child.stdout.take().expect("its output is ours")).read_line(&mut folder).expect("it speaks");
    assert!(!folder.is_empty(), "PostgreSQL is installed and did not start; what it said is above");
    Server { folder: folder.trim().to_owned(), _process: child }
}

/// The address of a database that nobody has used, where PostgreSQL is installed.
pub async fn fresh_database() -> Option<String> {
    let server = SERVER.as_ref()?;
    sqlx::any::install_default_drivers();
    let name = format!("svar_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let at = |name: &str| format!("postgres://svar@localhost/{name}?host={}", server.folder);
    let mut admin = AnyConnection::connect(&at("postgres")).await.expect("the server answers");
    admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.expect("a database is made");
    admin.close().await.expect("the connection ends");
    Some(at(&name))
}
