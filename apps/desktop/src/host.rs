//! What a page says to this app: one kind of message each, and one place that carries it out.

use crate::{
    away, connect, menu, news, notice, pages, presence, settings, shortcut, sign_in, windows,
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::borrow::Cow;
use tauri::{AppHandle, http::Response, http::StatusCode};
use tauri_plugin_autostart::ManagerExt;

#[derive(Deserialize)]
#[serde(tag = "say", rename_all = "kebab-case", rename_all_fields = "camelCase")]
enum Said {
    FollowNews,
    LeaveNews,
    WatchPresence { threshold: u64 },
    Show { state: menu::State },
    Notify { title: String, body: String },
    Resize { width: f64, height: f64 },
    Drag,
    OpenMenu,
    Hide,
    Browse { path: String },
    ReadSettings,
    ChangeSettings { shortcut: String, ca_file: String, proxy: String, autostart: bool },
    Connect { server: String },
    UseToken { server: String, token: String },
    SignOut,
}

/// Carries out what a page says, and answers as JSON; a refusal is a sentence.
pub async fn answer(app: &AppHandle, body: &[u8]) -> Response<Cow<'static, [u8]>> {
    let Ok(said) = serde_json::from_slice(body) else {
        return pages::plain(StatusCode::BAD_REQUEST, "That is nothing this app understands.");
    };
    match carry_out(app, said).await {
        Ok(value) => pages::json(StatusCode::OK, &value),
        Err(message) => {
            pages::json(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "message": message }))
        }
    }
}

async fn carry_out(app: &AppHandle, said: Said) -> Result<Value, String> {
    match said {
        Said::FollowNews => news::follow(app),
        Said::LeaveNews => news::leave(app),
        Said::WatchPresence { threshold } => presence::watch(app, threshold),
        Said::Show { state } => menu::show(app, state).map_err(sentence)?,
        Said::Notify { title, body } => notice::show(title, body),
        Said::Resize { width, height } => windows::resize(app, width, height),
        Said::Drag => windows::drag(app),
        Said::OpenMenu => menu::pop_up(app).map_err(sentence)?,
        Said::Hide => windows::hide(app),
        Said::Browse { path } => windows::browse(app, &path),
        Said::ReadSettings => return Ok(settings_of(app)),
        Said::ChangeSettings { shortcut, ca_file, proxy, autostart } => {
            change_settings(app, shortcut, ca_file, proxy, autostart)?;
            return Ok(settings_of(app));
        }
        Said::Connect { server } => return connect::begin(app, &server).await,
        Said::UseToken { server, token } => {
            return connect::with_token(app, &server, &token).await;
        }
        Said::SignOut => connect::end(app).await,
    }
    Ok(Value::Null)
}

fn settings_of(app: &AppHandle) -> Value {
    let settings::Settings { server, shortcut, ca_file, proxy, .. } = settings::read(app);
    json!({
        "server": server,
        "connected": sign_in::is_connected(app),
        "shortcut": shortcut,
        "caFile": ca_file,
        "proxy": proxy,
        "autostart": app.autolaunch().is_enabled().unwrap_or(false),
        "away": away::latest(app),
    })
}

fn change_settings(
    app: &AppHandle,
    shortcut: String,
    ca_file: String,
    proxy: String,
    autostart: bool,
) -> Result<(), String> {
    let before = settings::read(app);
    let next = settings::Settings { shortcut, ca_file, proxy, ..before.clone() };
    // Refused before anything is kept, so that what stands in the file works.
    crate::server::Server::new(&next, None)?;
    settings::change(app, |settings| *settings = next).map_err(sentence)?;
    if let Err(reason) = shortcut::register(app) {
        settings::change(app, |settings| *settings = before).map_err(sentence)?;
        let _ = shortcut::register(app);
        return Err(reason);
    }
    let launch = app.autolaunch();
    if launch.is_enabled().unwrap_or(false) != autostart {
        let turn = if autostart { launch.enable() } else { launch.disable() };
        turn.map_err(sentence)?;
    }
    sign_in::refresh(app);
    Ok(())
}

fn sentence(error: impl std::fmt::Display) -> String {
    error.to_string()
}
