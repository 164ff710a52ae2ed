//! Notifications of the system.

/// Shows a notification; where the system has none, nothing happens.
pub fn show(title: String, body: String) {
    // The notification service may take its time, or be started by this.
    std::thread::spawn(move || {
        if let Err(error) = tell(&title, &body) {
            eprintln!("A notification could not be shown: {error}");
        }
    });
}

#[cfg(target_os = "linux")]
fn tell(title: &str, body: &str) -> zbus::Result<()> {
    let name = "org.freedesktop.Notifications";
    let (replaces, by_default): (u32, i32) = (0, -1);
    let (actions, hints) =
        (Vec::<&str>::new(), std::collections::HashMap::<&str, zbus::zvariant::Value>::new());
    let said =
        ("Timegrove", replaces, "timegrove-desktop", title, body, actions, hints, by_default);
    let path = "/org/freedesktop/Notifications";
    zbus::blocking::Connection::session()?
        .call_method(Some(name), path, Some(name), "Notify", &said)
        .map(|_| ())
}

#[cfg(not(target_os = "linux"))]
fn tell(title: &str, body: &str) -> notify_rust::error::Result<()> {
    notify_rust::Notification::new()
        .appname("Timegrove")
        .summary(title)
        .body(body)
        .show()
        .map(|_| ())
}
