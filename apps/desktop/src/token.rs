//! Keeps the token: in the system's keyring, and where there is none in a file that only its owner
//! can read.

use serde::{Deserialize, Serialize};
use std::{fs, io, path::Path};

const SERVICE: &str = "Timegrove";

/// A token and the server it is for; it is never sent to another one.
#[derive(Serialize, Deserialize)]
struct Kept {
    server: String,
    token: String,
}

/// Where a token was put.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    Keyring,
    File,
}

/// Keeps a token, instead of one that was kept before.
pub fn keep(folder: &Path, server: &str, token: &str) -> io::Result<Place> {
    if in_keyring(server, |entry| entry.set_password(token)).is_some() {
        remove_file(folder);
        return Ok(Place::Keyring);
    }
    let kept = Kept { server: server.to_owned(), token: token.to_owned() };
    write_private(&folder.join("token.json"), &serde_json::to_vec(&kept)?)?;
    Ok(Place::File)
}

/// The token for a server, where one is kept.
pub fn read(folder: &Path, server: &str) -> Option<String> {
    let in_file = crate::settings::read_json::<Kept>(&folder.join("token.json"))
        .filter(|kept| kept.server == server)
        .map(|kept| kept.token);
    in_file.or_else(|| in_keyring(server, keyring::Entry::get_password))
}

/// Forgets the token for a server.
pub fn forget(folder: &Path, server: &str) {
    remove_file(folder);
    in_keyring(server, keyring::Entry::delete_credential);
}

/// Nothing where the keyring is missing, closed or refuses.
fn in_keyring<T>(
    server: &str,
    act: impl FnOnce(&keyring::Entry) -> keyring::Result<T>,
) -> Option<T> {
    act(&keyring::Entry::new(SERVICE, server).ok()?).ok()
}

fn remove_file(folder: &Path) {
    // Mostly there is none.
    let _ = fs::remove_file(folder.join("token.json"));
}

#[cfg(unix)]
fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    // A file that is there keeps its mode when it is opened.
    let _ = fs::remove_file(path);
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)
}

#[cfg(not(unix))]
fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // The folder of a person's settings is private there.
    fs::write(path, bytes)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_file_is_for_its_owner_alone_also_when_another_was_there() {
        let path = std::env::temp_dir().join(format!("timegrove-token-{}", std::process::id()));
        fs::write(&path, "before").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        write_private(&path, b"secret").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read(&path).unwrap(), b"secret");
        fs::remove_file(path).unwrap();
    }
}
