//! The tray and its menu, which the widget opens as its own too: what runs and for how long, and
//! what can be done about it. The page says what stands there; doing it is the page's matter as well.

use crate::{away, sign_in, windows};
use serde::Deserialize;
use serde_json::json;
use std::{sync::Mutex, time::Duration};
use tauri::{
    AppHandle, Manager, Wry,
    menu::{Menu, MenuItem, PredefinedMenuItem, Submenu},
    tray::{TrayIcon, TrayIconBuilder},
};

/// What the menu tells, in the language of its reader.
#[derive(Clone, Deserialize)]
pub struct State {
    running: Option<Running>,
    recent: Vec<Recent>,
    words: Words,
}

#[derive(Clone, Deserialize)]
struct Running {
    name: String,
    /// In milliseconds since 1970, by the clock of this computer.
    since: u64,
}

#[derive(Clone, Deserialize)]
struct Recent {
    id: String,
    name: String,
}

#[derive(Clone, Deserialize)]
struct Words {
    nothing: String,
    start: String,
    stop: String,
    recent: String,
    synchronize: String,
    timesheet: String,
    toggle: String,
    settings: String,
    quit: String,
}

impl Default for State {
    /// Before a page has said anything, and while nobody is signed in.
    fn default() -> Self {
        let words = Words {
            nothing: "No timer runs".into(),
            start: "Start a task…".into(),
            stop: "Stop".into(),
            recent: "Recent tasks".into(),
            synchronize: "Force synchronization".into(),
            timesheet: "Show timesheet".into(),
            toggle: "Show or hide the widget".into(),
            settings: "Settings".into(),
            quit: "Quit".into(),
        };
        Self { running: None, recent: Vec::new(), words }
    }
}

impl State {
    /// The first line: the task and its hours and minutes.
    fn head(&self, now: u64) -> String {
        match &self.running {
            Some(running) => format!("{} · {}", running.name, elapsed(running.since, now)),
            None => self.words.nothing.clone(),
        }
    }
}

fn elapsed(since: u64, now: u64) -> String {
    let minutes = now.saturating_sub(since) / 60_000;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

struct Shown {
    tray: TrayIcon,
    menu: Menu<Wry>,
    head: MenuItem<Wry>,
    state: State,
}

/// Puts the app into the tray.
pub fn set_up(app: &AppHandle) -> tauri::Result<()> {
    let state = State::default();
    let (menu, head) = build(app, &state)?;
    let tray = TrayIconBuilder::with_id("timegrove")
        .icon(tauri::include_image!("icons/tray.png"))
        .tooltip("Timegrove")
        .menu(&menu)
        .build(app)?;
    app.manage(Mutex::new(Shown { tray, menu, head, state }));
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(1)).await;
            let _ = tick(&app);
        }
    });
    Ok(())
}

/// Shows something else.
pub fn show(app: &AppHandle, state: State) -> tauri::Result<()> {
    let (menu, head) = build(app, &state)?;
    let shown = app.state::<Mutex<Shown>>();
    let mut shown = shown.lock().expect("nobody fails here");
    shown.tray.set_menu(Some(menu.clone()))?;
    *shown = Shown { tray: shown.tray.clone(), menu, head, state };
    title(&shown)
}

/// Nobody is signed in any more.
pub fn forget(app: &AppHandle) {
    if let Err(error) = show(app, State::default()) {
        eprintln!("The tray does not follow: {error}");
    }
}

/// Opens the menu at the pointer, over the widget.
pub fn pop_up(app: &AppHandle) -> tauri::Result<()> {
    let menu = app.state::<Mutex<Shown>>().lock().expect("nobody fails here").menu.clone();
    app.get_webview_window("widget").map_or(Ok(()), |widget| widget.popup_menu(&menu))
}

/// Lets the time go on.
fn tick(app: &AppHandle) -> tauri::Result<()> {
    let shown = app.state::<Mutex<Shown>>();
    let shown = shown.lock().expect("nobody fails here");
    let head = shown.state.head(away::now());
    if shown.head.text()? == head {
        return Ok(());
    }
    shown.head.set_text(head)?;
    title(&shown)
}

/// Beside the icon, where a tray has room for words.
fn title(shown: &Shown) -> tauri::Result<()> {
    let running = shown.state.running.as_ref();
    shown.tray.set_title(running.map(|running| elapsed(running.since, away::now())))
}

fn build(app: &AppHandle, state: &State) -> tauri::Result<(Menu<Wry>, MenuItem<Wry>)> {
    let words = &state.words;
    let connected = sign_in::is_connected(app);
    let item =
        |id: &str, text: &str, enabled| MenuItem::with_id(app, id, text, enabled, None::<&str>);
    let line = || PredefinedMenuItem::separator(app);
    let head = item("widget", &state.head(away::now()), connected)?;
    let recent = Submenu::new(app, &words.recent, !state.recent.is_empty())?;
    for task in &state.recent {
        recent.append(&item(&format!("start {}", task.id), &task.name, true)?)?;
    }
    let menu = Menu::with_items(
        app,
        &[
            &head,
            &line()?,
            &item("pick", &words.start, connected)?,
            &item("stop", &words.stop, state.running.is_some())?,
            &recent,
            &line()?,
            &item("synchronize", &words.synchronize, connected)?,
            &item("timesheet", &words.timesheet, connected)?,
            &item("toggle", &words.toggle, connected)?,
            &item("settings", &words.settings, true)?,
            &line()?,
            &item("quit", &words.quit, true)?,
        ],
    )?;
    Ok((menu, head))
}

/// Does what was chosen, or has the page do it.
pub fn chosen(app: &AppHandle, id: &str) {
    match id {
        "widget" => windows::show(app),
        "toggle" => windows::toggle(app),
        "timesheet" => windows::browse(app, "/"),
        "settings" => {
            if let Err(error) = windows::show_settings(app) {
                eprintln!("The settings cannot be shown: {error}");
            }
        }
        "quit" => app.exit(0),
        "pick" => {
            windows::show(app);
            windows::tell(app, json!({ "kind": "command", "do": "pick" }));
        }
        _ => match id.strip_prefix("start ") {
            Some(task) => {
                windows::tell(app, json!({ "kind": "command", "do": "start", "task": task }));
            }
            None => windows::tell(app, json!({ "kind": "command", "do": id })),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_tells_the_task_and_its_time() {
        let running = Some(Running { name: "Design".into(), since: 60_000 });
        let state = State { running, ..State::default() };
        assert_eq!(state.head(60_000), "Design · 0:00");
        assert_eq!(state.head(3_779_999), "Design · 1:01");
        // The clock of the server may be ahead.
        assert_eq!(state.head(0), "Design · 0:00");
        assert_eq!(State::default().head(0), "No timer runs");
    }
}
