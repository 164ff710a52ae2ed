//! What a person sets on this computer, kept in one small file.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{fs, io, path::Path, path::PathBuf, sync::Mutex};
use tauri::{AppHandle, Manager};

/// Everything that outlives the app but the token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Settings {
    /// The server's address without a slash at the end; empty before the first connection.
    pub server: String,
    /// Opens the search from everywhere, e.g. `Ctrl+Alt+G`; empty: none.
    pub shortcut: String,
    /// A PEM file with certificates to trust beside the system's; empty: none.
    pub ca_file: String,
    /// A proxy's address; empty: the system's.
    pub proxy: String,
    /// Where the widget stands, in physical pixels.
    pub place: Option<(i32, i32)>,
}

impl Default for Settings {
    fn default() -> Self {
        let none = String::new;
        let shortcut = "Ctrl+Alt+G".to_owned();
        Self { server: none(), shortcut, ca_file: none(), proxy: none(), place: None }
    }
}

struct Kept(Mutex<Settings>);

/// Reads what was set the last time.
pub fn set_up(app: &AppHandle) -> tauri::Result<()> {
    let folder = app.path().app_config_dir()?;
    fs::create_dir_all(&folder)?;
    app.manage(Kept(Mutex::new(read_json(&folder.join("settings.json")).unwrap_or_default())));
    Ok(())
}

/// What is set.
pub fn read(app: &AppHandle) -> Settings {
    app.state::<Kept>().0.lock().expect("nobody fails here").clone()
}

/// Changes what is set, and keeps it.
pub fn change(app: &AppHandle, change: impl FnOnce(&mut Settings)) -> io::Result<()> {
    let kept = app.state::<Kept>();
    let mut settings = kept.0.lock().expect("nobody fails here");
    let before = settings.clone();
    change(&mut settings);
    if *settings == before {
        return Ok(());
    }
    write_json(&folder(app).join("settings.json"), &*settings)
}

/// The folder of this app's own files.
pub fn folder(app: &AppHandle) -> PathBuf {
    app.path().app_config_dir().expect("was there when the app started")
}

/// Reads a file that was written by `write_json`; nothing where there is none, or a broken one.
pub fn read_json<T: DeserializeOwned>(path: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

/// Replaces a file as a whole, so that a crash leaves the old or the new one.
pub fn write_json<T: Serialize>(path: &Path, value: &T) -> io::Result<()> {
    let next = path.with_extension("new");
    fs::write(&next, serde_json::to_vec_pretty(value)?)?;
    fs::rename(next, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_an_older_version_keeps_what_it_knows() {
        let read: Settings = serde_json::from_str(r#"{"server":"https://time.example"}"#).unwrap();
        let server = "https://time.example".to_owned();
        assert_eq!(read, Settings { server, ..Settings::default() });
    }

    #[test]
    fn what_was_written_is_read_and_a_broken_file_is_none() {
        let path = std::env::temp_dir().join(format!("timegrove-{}.json", std::process::id()));
        write_json(&path, &(1, "two")).unwrap();
        assert_eq!(read_json(&path), Some((1, "two".to_owned())));
        fs::write(&path, "{").unwrap();
        assert_eq!(read_json::<(i32, String)>(&path), None);
        fs::remove_file(path).unwrap();
    }
}
