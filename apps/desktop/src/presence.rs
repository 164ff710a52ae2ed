//! Whether somebody is at the computer: asked every second, told to the pages when it changes.

use crate::{
    away::{self, Away, Reason},
    desktop_bus, idle, windows,
};
use serde_json::json;
use std::{sync::Mutex, time::Duration};
use tauri::{AppHandle, Manager};

const PAUSE: u64 = 1000;
/// Nothing but sleep keeps this app from looking for so long.
const GAP: u64 = 30_000;

/// What can be seen at one moment; times are in milliseconds.
#[derive(Clone, Copy)]
struct Look {
    now: u64,
    /// Since the last key or movement.
    idle: u64,
    locked: bool,
    asleep: bool,
}

/// Makes out of single looks when somebody left and when they are back.
struct Watch {
    threshold: u64,
    last: Option<Look>,
    woke: u64,
    away: Option<Away>,
}

impl Watch {
    fn new() -> Self {
        // Until a page says how long one has to be idle, only a lock and sleep count.
        Self { threshold: u64::MAX, last: None, woke: 0, away: None }
    }

    fn take(&mut self, look: Look) -> Option<Away> {
        let last = self.last.replace(look).unwrap_or(look);
        let unannounced = look.now.saturating_sub(last.now) > GAP;
        if unannounced && !self.sleeps() {
            self.away = Some(Away { reason: Reason::Asleep, since: last.now });
        }
        if unannounced || (last.asleep && !look.asleep) {
            self.woke = look.now;
        }
        self.away = self.seen(look);
        self.away
    }

    fn seen(&self, look: Look) -> Option<Away> {
        let reason = self.reason(look)?;
        let begun = match reason {
            Reason::Idle => look.now.saturating_sub(look.idle),
            Reason::Locked | Reason::Asleep => look.now,
        };
        // As long as it is for the same reason, it began when it began.
        let same = self.away.filter(|away| away.reason == reason);
        Some(same.unwrap_or(Away { reason, since: begun }))
    }

    fn reason(&self, look: Look) -> Option<Reason> {
        // Who wakes a computer is there once they press a key.
        let untouched = look.idle >= look.now.saturating_sub(self.woke);
        if look.asleep || (self.sleeps() && untouched) {
            Some(Reason::Asleep)
        } else if look.locked {
            Some(Reason::Locked)
        } else {
            (look.idle >= self.threshold).then_some(Reason::Idle)
        }
    }

    fn sleeps(&self) -> bool {
        self.away.is_some_and(|away| away.reason == Reason::Asleep)
    }
}

/// Looks from now on, as long as the app runs.
pub fn set_up(app: &AppHandle) {
    app.manage(Mutex::new(Watch::new()));
    let signs = desktop_bus::listen();
    let app = app.clone();
    std::thread::spawn(move || {
        let mut idle = idle::Idle::new();
        loop {
            let signs = *signs.lock().expect("nobody fails here");
            let look = Look {
                now: away::now(),
                idle: idle.milliseconds().unwrap_or(0),
                locked: signs.locked,
                asleep: signs.asleep,
            };
            take(&app, look);
            std::thread::sleep(Duration::from_millis(PAUSE));
        }
    });
}

/// Idle counts from so many milliseconds on; the pages hear how it is at once.
pub fn watch(app: &AppHandle, threshold: u64) {
    let watch = app.state::<Mutex<Watch>>();
    let mut watch = watch.lock().expect("nobody fails here");
    watch.threshold = threshold;
    tell(app, watch.away);
}

fn take(app: &AppHandle, look: Look) {
    let watch = app.state::<Mutex<Watch>>();
    let mut watch = watch.lock().expect("nobody fails here");
    let before = watch.away;
    let now = watch.take(look);
    if now != before {
        away::record(app, now);
        tell(app, now);
    }
}

fn tell(app: &AppHandle, away: Option<Away>) {
    windows::tell(app, json!({ "kind": "presence", "away": away }));
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: u64 = 60_000;
    const START: u64 = 1_000 * MINUTE;

    fn look(now: u64, idle: u64) -> Look {
        Look { now: START + now, idle, locked: false, asleep: false }
    }

    /// What is seen when somebody looks every second from one moment to another.
    fn each_second(
        watch: &mut Watch,
        from: u64,
        to: u64,
        idle: impl Fn(u64) -> u64,
    ) -> Option<Away> {
        let mut seen = None;
        for now in (from..=to).step_by(1000) {
            seen = watch.take(look(now, idle(now)));
        }
        seen
    }

    #[test]
    fn idle_begins_at_the_last_key_and_ends_with_the_next() {
        let mut watch = Watch { threshold: 10 * MINUTE, ..Watch::new() };
        assert_eq!(each_second(&mut watch, 0, 9 * MINUTE, |now| now), None);
        let idle = Some(Away { reason: Reason::Idle, since: START });
        assert_eq!(each_second(&mut watch, 9 * MINUTE, 30 * MINUTE, |now| now), idle);
        assert_eq!(watch.take(look(30 * MINUTE + 1000, 10)), None);
    }

    #[test]
    fn a_lock_and_sleep_are_told_apart_from_idle() {
        let mut watch = Watch::new();
        watch.take(look(0, 0));
        let locked = watch.take(Look { locked: true, ..look(1000, 900) });
        assert_eq!(locked, Some(Away { reason: Reason::Locked, since: START + 1000 }));
        let asleep = watch.take(Look { locked: true, asleep: true, ..look(2000, 1900) });
        assert_eq!(asleep, Some(Away { reason: Reason::Asleep, since: START + 2000 }));
        // Awake, but nobody has touched anything yet.
        assert_eq!(watch.take(look(3000, 100)), asleep);
        assert_eq!(watch.take(look(4000, 100)), None);
    }

    #[test]
    fn sleep_that_nobody_announced_shows_as_a_gap_and_lasts_until_somebody_presses_a_key() {
        let mut watch = Watch::new();
        each_second(&mut watch, 0, MINUTE, |_| 0);
        let asleep = Some(Away { reason: Reason::Asleep, since: START + MINUTE });
        assert_eq!(watch.take(look(60 * MINUTE, 0)), asleep);
        assert_eq!(watch.take(look(60 * MINUTE + 1000, 1000)), asleep);
        assert_eq!(watch.take(look(60 * MINUTE + 2000, 200)), None);
    }
}
