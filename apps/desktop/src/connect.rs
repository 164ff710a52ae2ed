//! Being let in: this app makes the secret of its token, and a member allows it in the system's
//! browser, by a code that both show.

use crate::{server::Server, settings, sign_in, windows};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use std::{sync::Mutex, time::Duration};
use tauri::{AppHandle, Manager, async_runtime::JoinHandle};

const PAUSE: Duration = Duration::from_secs(2);

#[derive(Default)]
struct Waiting(Mutex<Option<JoinHandle<()>>>);

#[derive(Deserialize)]
struct Asked {
    code: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Waiting,
    Allowed,
    Refused,
    Expired,
}

#[derive(Deserialize)]
struct Answer {
    state: State,
}

/// Asks a server to be let in, opens the browser there and waits for the answer; gives the code.
pub async fn begin(app: &AppHandle, address: &str) -> Result<Value, String> {
    let server = reach(app, address, None)?;
    let (id, secret) = (new_id(), new_secret());
    let body = json!({ "id": id, "kind": "desktop-app", "name": name(), "secret": secret });
    let asked: Asked = read(server.request(Method::POST, "/api/connections").json(&body)).await?;
    let window = format!("{}/connect?code={}", server.address, asked.code);
    // Where no browser opens, a person types the address.
    let _ = open::that_detached(&window);
    let waiting = tauri::async_runtime::spawn(wait(app.clone(), server, id, secret));
    app.manage(Waiting::default());
    let before = app.state::<Waiting>().0.lock().expect("nobody fails here").replace(waiting);
    if let Some(before) = before {
        before.abort();
    }
    Ok(json!({ "code": asked.code, "window": window }))
}

/// Signs in with a token that a person made and pasted.
pub async fn with_token(app: &AppHandle, address: &str, token: &str) -> Result<Value, String> {
    let server = reach(app, address, Some(token.trim().to_owned()))?;
    let _: Value = read(server.request(Method::GET, "/api/me")).await?;
    sign_in::enter(app, &server.address, token.trim())?;
    Ok(Value::Null)
}

/// Signs out: the server is told that the token is not needed any more, where it can be reached.
pub async fn end(app: &AppHandle) {
    if let Some(server) = sign_in::server(app) {
        let request = server.request(Method::DELETE, "/api/connection").json(&json!({}));
        let _ = request.timeout(Duration::from_secs(5)).send().await;
    }
    sign_in::leave(app);
}

fn reach(app: &AppHandle, address: &str, token: Option<String>) -> Result<Server, String> {
    let server = crate::server::tidy_address(address)
        .ok_or("This is no address of a server, like https://time.example.")?;
    Server::new(&settings::Settings { server, ..settings::read(app) }, token)
}

async fn wait(app: AppHandle, server: Server, id: String, secret: String) {
    let state = loop {
        tokio::time::sleep(PAUSE).await;
        let path = format!("/api/connections/{id}");
        match read::<Answer>(server.request(Method::GET, &path)).await {
            // While the network is gone nobody answers; the server ends it in time.
            Err(_) | Ok(Answer { state: State::Waiting }) => {}
            Ok(Answer { state }) => break state,
        }
    };
    let reason = match state {
        State::Allowed => sign_in::enter(&app, &server.address, &secret).err(),
        State::Refused => Some("refused".to_owned()),
        State::Waiting | State::Expired => Some("expired".to_owned()),
    };
    if let Some(reason) = reason {
        windows::tell(&app, json!({ "kind": "not-connected", "reason": reason }));
    }
}

/// Sends, and reads the answer; an error is a sentence for a person.
async fn read<T: serde::de::DeserializeOwned>(
    request: reqwest::RequestBuilder,
) -> Result<T, String> {
    let strange = "Something other than Timegrove answered.";
    let reply = request.timeout(Duration::from_secs(20)).send().await.map_err(reason)?;
    let good = reply.status().is_success();
    let answer: Value = reply.json().await.map_err(|_| strange)?;
    if good {
        return serde_json::from_value(answer).map_err(|_| strange.to_owned());
    }
    Err(answer["message"].as_str().unwrap_or(strange).to_owned())
}

/// The innermost reason says what is wrong, e.g. with a certificate.
fn reason(error: reqwest::Error) -> String {
    let mut inner: &dyn std::error::Error = &error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    format!("The server cannot be reached: {inner}")
}

fn name() -> String {
    let host = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    match host.trim() {
        "" => "Desktop app".to_owned(),
        host => format!("Desktop app on {host}"),
    }
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system has randomness");
    bytes
}

fn new_secret() -> String {
    format!("tg_{}", URL_SAFE_NO_PAD.encode(random::<32>()))
}

/// A UUID of version 7, as all ids are.
fn new_id() -> String {
    let now = crate::away::now().to_be_bytes();
    let mut bytes = random::<16>();
    bytes[..6].copy_from_slice(&now[2..]);
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_has_the_form_of_a_token_and_is_new_each_time() {
        let secret = new_secret();
        assert_eq!(secret.len(), 46);
        assert!(secret.starts_with("tg_"));
        assert_ne!(secret, new_secret());
    }

    #[test]
    fn an_id_is_a_uuid_of_version_7() {
        let id = new_id();
        let lengths: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert_eq!(&id[14..15], "7");
        assert!("89ab".contains(&id[19..20]));
    }
}
