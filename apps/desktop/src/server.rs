//! A Timegrove server as this computer reaches it: its address, the proxy before it, the
//! certificates to trust, and the token, which never comes further than here.

use crate::settings::Settings;
use reqwest::{Certificate, Client, Proxy, RequestBuilder, redirect::Policy};
use std::{fs, time::Duration};

/// A server and, once somebody let this app in, the right to ask it.
#[derive(Clone)]
pub struct Server {
    pub address: String,
    client: Client,
    token: Option<String>,
}

impl Server {
    /// Prepares the way to a server; the reason why not is a sentence for a person.
    pub fn new(settings: &Settings, token: Option<String>) -> Result<Self, String> {
        let client = client(settings)?;
        Ok(Self { address: settings.server.clone(), client, token })
    }

    /// Whether there is a token to ask with.
    pub fn may_ask(&self) -> bool {
        self.token.is_some()
    }

    /// A request for a path of this server, with the token where there is one.
    pub fn request(&self, method: reqwest::Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.address));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }
}

fn client(settings: &Settings) -> Result<Client, String> {
    let mut builder = Client::builder()
        .user_agent(concat!("Timegrove-Desktop/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(Duration::from_secs(10))
        // The server says something every few seconds, also when there is no news.
        .read_timeout(Duration::from_secs(60))
        // A token must not wander to wherever somebody points.
        .redirect(Policy::none());
    if !settings.ca_file.is_empty() {
        let pem = fs::read(&settings.ca_file)
            .map_err(|error| format!("{} cannot be read: {error}", settings.ca_file))?;
        let certificates = Certificate::from_pem_bundle(&pem)
            .ok()
            .filter(|found| !found.is_empty())
            .ok_or_else(|| format!("{} holds no certificate.", settings.ca_file))?;
        for certificate in certificates {
            builder = builder.add_root_certificate(certificate);
        }
    }
    if !settings.proxy.is_empty() {
        let proxy = Proxy::all(&settings.proxy)
            .map_err(|_| format!("{} is no address of a proxy.", settings.proxy))?;
        builder = builder.proxy(proxy);
    }
    builder.build().map_err(|error| error.to_string())
}

/// An address as a person types it, made whole: `time.example/` is `https://time.example`.
pub fn tidy_address(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_end_matches('/');
    let whole = match typed.contains("://") {
        true => typed.to_owned(),
        false => format!("https://{typed}"),
    };
    let url = tauri::Url::parse(&whole).ok()?;
    let good = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.username().is_empty()
        && url.query().is_none()
        && url.fragment().is_none();
    good.then(|| url.as_str().trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_made_whole() {
        let good = |typed: &str| tidy_address(typed).unwrap();
        assert_eq!(good(" time.example/ "), "https://time.example");
        assert_eq!(good("http://localhost:8080"), "http://localhost:8080");
        assert_eq!(good("https://example.org/time/"), "https://example.org/time");
        for wrong in ["", "ftp://time.example", "https://me@time.example", "https://a.example/?b"] {
            assert_eq!(tidy_address(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_file_without_certificates_is_refused_in_a_sentence() {
        let settings = Settings { ca_file: "Cargo.toml".to_owned(), ..Settings::default() };
        let reason = Server::new(&settings, None).err().unwrap();
        assert_eq!(reason, "Cargo.toml holds no certificate.");
    }
}
