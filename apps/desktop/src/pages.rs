//! Answers what the page in a window asks for: the files of the web app, the server's API, and what
//! only this app can do.

use crate::{host, sign_in};
use reqwest::Method;
use std::{borrow::Cow, path::Component, path::Path};
use tauri::{
    AppHandle, Manager, Url,
    http::{HeaderMap, Request, Response, StatusCode, header},
};

/// What the addresses of the pages begin with.
pub const SCHEME: &str = "timegrove";
/// What the browser of somebody who uses the server would be told as well.
const POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self' ipc:; object-src 'none'; frame-ancestors 'none'";

type Answer = Response<Cow<'static, [u8]>>;

/// The address of a page.
pub fn address(path: &str) -> Url {
    Url::parse(&format!("{SCHEME}://localhost{path}")).expect("paths are written in this program")
}

/// Whether an address is one of the pages.
pub fn is_ours(url: &Url) -> bool {
    // On Windows a scheme of one's own becomes the name of a host.
    let as_host = format!("{SCHEME}.localhost");
    url.scheme() == SCHEME || url.host_str() == Some(&as_host)
}

/// Answers one request of a page.
pub async fn answer(app: &AppHandle, request: Request<Vec<u8>>) -> Answer {
    match request.uri().path() {
        "/desktop-host" => host::answer(app, request.body()).await,
        path if path.starts_with("/api/") => forward(app, request).await,
        path => file(app, path),
    }
}

/// Passes a request on to the server, with the token, which the page never holds.
async fn forward(app: &AppHandle, request: Request<Vec<u8>>) -> Answer {
    let Some(server) = sign_in::server(app) else {
        return plain(StatusCode::BAD_GATEWAY, "There is no server yet.");
    };
    let (parts, body) = request.into_parts();
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let method = Method::from_bytes(parts.method.as_str().as_bytes()).unwrap_or_default();
    let asked = server.request(method, path).headers(passed_on(&parts.headers)).body(body);
    let Ok(reply) = asked.send().await else {
        // What a proxy before a server that is away would answer in its place.
        return plain(StatusCode::BAD_GATEWAY, "The server cannot be reached.");
    };
    if reply.status() == StatusCode::UNAUTHORIZED && server.may_ask() {
        sign_in::leave(app);
    }
    let mut answer = Response::builder().status(reply.status());
    for name in [header::CONTENT_TYPE, header::CACHE_CONTROL, header::RETRY_AFTER] {
        if let Some(value) = reply.headers().get(&name) {
            answer = answer.header(name, value);
        }
    }
    match reply.bytes().await {
        Ok(bytes) => answer.body(Cow::Owned(bytes.to_vec())).expect("made of good parts"),
        Err(_) => plain(StatusCode::BAD_GATEWAY, "The answer broke off."),
    }
}

/// What the page says about its request, and nothing of where the page itself comes from.
fn passed_on(headers: &HeaderMap) -> HeaderMap {
    let names =
        ["content-type", "accept", "accept-language", "idempotency-key", "x-timegrove-member"];
    let named = names.map(|name| (header::HeaderName::from_static(name), headers.get(name)));
    named.into_iter().filter_map(|(name, value)| Some((name, value?.clone()))).collect()
}

/// A file of the web app; every other address is a screen of it.
fn file(app: &AppHandle, path: &str) -> Answer {
    let inner = Path::new(path.trim_start_matches('/'));
    let inside = inner.components().all(|part| matches!(part, Component::Normal(_)));
    let is_file = inner.extension().is_some() && inside;
    let name = if is_file { inner } else { Path::new("index.html") };
    let folder = app.path().resource_dir().unwrap_or_default().join("web");
    let Ok(bytes) = std::fs::read(folder.join(name)) else {
        return plain(StatusCode::NOT_FOUND, "There is no such file.");
    };
    Response::builder()
        .header(header::CONTENT_TYPE, type_of(name))
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .body(Cow::Owned(bytes))
        .expect("made of good parts")
}

fn type_of(name: &Path) -> &'static str {
    match name.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    }
}

/// An answer in words, which no client takes for one of the server.
pub fn plain(status: StatusCode, words: &'static str) -> Answer {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "text/plain; charset=utf-8")
        .body(Cow::Borrowed(words.as_bytes()))
        .expect("made of good parts")
}

/// An answer of this app as JSON.
pub fn json(status: StatusCode, value: &serde_json::Value) -> Answer {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "application/json")
        .body(Cow::Owned(value.to_string().into_bytes()))
        .expect("made of good parts")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_own_pages_are_ours() {
        assert!(is_ours(&address("/widget")));
        assert!(is_ours(&Url::parse("http://timegrove.localhost/widget").unwrap()));
        assert!(!is_ours(&Url::parse("https://timegrove.localhost.example/").unwrap()));
    }

    #[test]
    fn nothing_about_the_page_itself_is_passed_on() {
        let mut headers = HeaderMap::new();
        for name in ["origin", "cookie", "authorization", "content-type"] {
            headers.insert(name, "x".parse().unwrap());
        }
        assert_eq!(passed_on(&headers).keys().collect::<Vec<_>>(), ["content-type"]);
    }
}
