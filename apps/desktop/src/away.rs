//! What became of the time in which nobody was there: recorded with its reason, and never removed
//! by an answer. The newest records are kept.

use crate::settings;
use serde::{Deserialize, Serialize};
use std::{path::PathBuf, sync::Mutex, time::SystemTime};
use tauri::{AppHandle, Manager};

const KEPT: usize = 200;

/// Why nobody is there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// No key was pressed and no mouse moved.
    Idle,
    /// The screen is locked.
    Locked,
    /// The computer sleeps.
    Asleep,
}

/// Nobody is there, since a moment in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Away {
    pub reason: Reason,
    pub since: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Record {
    reason: Reason,
    from: u64,
    /// Null while it lasts.
    to: Option<u64>,
}

struct Journal {
    path: PathBuf,
    records: Vec<Record>,
}

impl Journal {
    /// Ends what lasted, and begins what lasts from now on.
    fn change(&mut self, next: Option<Away>, now: u64) {
        for record in self.records.iter_mut().filter(|record| record.to.is_none()) {
            record.to = Some(next.map_or(now, |next| next.since.clamp(record.from, now)));
        }
        if let Some(Away { reason, since }) = next {
            self.records.push(Record { reason, from: since, to: None });
        }
        let old = self.records.len().saturating_sub(KEPT);
        self.records.drain(..old);
    }
}

/// The time now, in milliseconds since 1970.
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |passed| passed.as_millis() as u64)
}

/// Takes up the records; what lasted when the app ended, ends now.
pub fn set_up(app: &AppHandle) -> tauri::Result<()> {
    let path = app.path().app_config_dir()?.join("away.json");
    let records = settings::read_json(&path).unwrap_or_default();
    let mut journal = Journal { path, records };
    journal.change(None, now());
    app.manage(Mutex::new(journal));
    Ok(())
}

/// Records that somebody left, came back, or is away for another reason.
pub fn record(app: &AppHandle, next: Option<Away>) {
    let journal = app.state::<Mutex<Journal>>();
    let mut journal = journal.lock().expect("nobody fails here");
    journal.change(next, now());
    if let Err(error) = settings::write_json(&journal.path, &journal.records) {
        eprintln!("Time away cannot be recorded: {error}");
    }
}

/// The newest records first.
pub fn latest(app: &AppHandle) -> serde_json::Value {
    let journal = app.state::<Mutex<Journal>>();
    let journal = journal.lock().expect("nobody fails here");
    let newest: Vec<&Record> = journal.records.iter().rev().take(10).collect();
    serde_json::json!(newest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_follow_each_other_without_a_gap_and_the_oldest_are_let_go() {
        let mut journal = Journal { path: PathBuf::new(), records: Vec::new() };
        let away = |reason, since| Some(Away { reason, since });
        journal.change(away(Reason::Idle, 100), 160);
        journal.change(away(Reason::Asleep, 200), 900);
        journal.change(None, 950);
        let record = |reason, from, to| Record { reason, from, to: Some(to) };
        let wanted = [record(Reason::Idle, 100, 200), record(Reason::Asleep, 200, 950)];
        assert_eq!(journal.records, wanted);
        for at in 0..KEPT as u64 {
            journal.change(away(Reason::Locked, 1000 + at), 1000 + at);
        }
        assert_eq!(journal.records.len(), KEPT);
        assert_eq!(journal.records[0].reason, Reason::Locked);
    }
}
