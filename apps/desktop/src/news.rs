//! The server's news: read here, because a page of a scheme of its own cannot follow a stream.

use crate::{server::Server, sign_in, windows};
use reqwest::Method;
use serde_json::json;
use std::sync::Mutex;
use tauri::{AppHandle, Manager, async_runtime::JoinHandle};

struct Line(Mutex<Option<JoinHandle<()>>>);

/// Nobody follows yet.
pub fn set_up(app: &AppHandle) {
    app.manage(Line(Mutex::new(None)));
}

/// Opens a new line to the server and tells the pages what comes; the page asks again when it is lost.
pub fn follow(app: &AppHandle) {
    let handle = app.clone();
    replace(
        app,
        Some(tauri::async_runtime::spawn(async move {
            if let Some(server) = sign_in::server(&handle) {
                // Whatever the reason, the line is lost.
                let _ = listen(&handle, server).await;
            }
            windows::tell(&handle, json!({ "kind": "news-lost" }));
        })),
    );
}

/// Closes the line.
pub fn leave(app: &AppHandle) {
    replace(app, None);
}

fn replace(app: &AppHandle, next: Option<JoinHandle<()>>) {
    let line = app.state::<Line>();
    let before = std::mem::replace(&mut *line.0.lock().expect("nobody fails here"), next);
    if let Some(before) = before {
        before.abort();
    }
}

async fn listen(app: &AppHandle, server: Server) -> reqwest::Result<()> {
    let request = server.request(Method::GET, "/api/news").header("accept", "text/event-stream");
    let mut reply = request.send().await?.error_for_status()?;
    windows::tell(app, json!({ "kind": "news-open" }));
    let mut events = Events::default();
    while let Some(bytes) = reply.chunk().await? {
        for Event { name, data } in events.take(&bytes) {
            windows::tell(app, json!({ "kind": "news-event", "name": name, "data": data }));
        }
    }
    Ok(())
}

#[derive(Debug, PartialEq)]
struct Event {
    name: String,
    data: String,
}

/// Puts events together from pieces that may end anywhere.
#[derive(Default)]
struct Events {
    rest: Vec<u8>,
}

impl Events {
    fn take(&mut self, bytes: &[u8]) -> Vec<Event> {
        self.rest.extend_from_slice(bytes);
        let mut events = Vec::new();
        while let Some(end) = self.rest.windows(2).position(|two| two == b"\n\n") {
            let whole: Vec<u8> = self.rest.drain(..end + 2).collect();
            events.extend(event(&String::from_utf8_lossy(&whole)));
        }
        events
    }
}

/// A comment, which only keeps the line awake, is none.
fn event(text: &str) -> Option<Event> {
    let field = |name: &str| {
        let find = |line: &str| Some(line.strip_prefix(name)?.strip_prefix(": ")?.to_owned());
        text.lines().find_map(find)
    };
    Some(Event { name: field("event")?, data: field("data").unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_whole_however_they_arrive() {
        let text = "retry: 1000\nevent: resync\ndata: {}\n\n: still here\n\nevent: news\ndata: {\"topic\":\"timer\"}\n\n";
        for length in 1..text.len() {
            let mut events = Events::default();
            let all: Vec<Event> =
                text.as_bytes().chunks(length).flat_map(|piece| events.take(piece)).collect();
            let event = |name: &str, data: &str| Event { name: name.into(), data: data.into() };
            assert_eq!(all, [event("resync", "{}"), event("news", r#"{"topic":"timer"}"#)]);
        }
    }
}
