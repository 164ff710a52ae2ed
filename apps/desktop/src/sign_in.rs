//! Who this app speaks for: the server that is set, with the token that is kept for it.

use crate::{menu, news, server::Server, settings, token, windows};
use serde_json::json;
use std::sync::Mutex;
use tauri::{AppHandle, Manager};

struct Current(Mutex<Option<Server>>);

/// Takes up the sign-in of the last time.
pub fn set_up(app: &AppHandle) {
    app.manage(Current(Mutex::new(None)));
    refresh(app);
}

/// The server, where one is set.
pub fn server(app: &AppHandle) -> Option<Server> {
    app.state::<Current>().0.lock().expect("nobody fails here").clone()
}

/// Whether somebody let this app in.
pub fn is_connected(app: &AppHandle) -> bool {
    server(app).is_some_and(|server| server.may_ask())
}

/// Reads again which server is set and how to reach it.
pub fn refresh(app: &AppHandle) {
    let settings = settings::read(app);
    let kept = token::read(&settings::folder(app), &settings.server);
    let server = match settings.server.is_empty() {
        true => None,
        false => Server::new(&settings, kept).inspect_err(|reason| eprintln!("{reason}")).ok(),
    };
    *app.state::<Current>().0.lock().expect("nobody fails here") = server;
}

/// From now on with this token.
pub fn enter(app: &AppHandle, address: &str, secret: &str) -> Result<(), String> {
    let sentence = |error: std::io::Error| format!("The token cannot be kept: {error}");
    token::keep(&settings::folder(app), address, secret).map_err(sentence)?;
    settings::change(app, |settings| settings.server = address.to_owned()).map_err(sentence)?;
    refresh(app);
    windows::reload_widget(app);
    windows::tell(app, json!({ "kind": "connected" }));
    Ok(())
}

/// The token is worth nothing any more: forgets it and shows the way in.
pub fn leave(app: &AppHandle) {
    token::forget(&settings::folder(app), &settings::read(app).server);
    refresh(app);
    news::leave(app);
    menu::forget(app);
    windows::close_widget(app);
    windows::show(app);
    windows::tell(app, json!({ "kind": "disconnected" }));
}
