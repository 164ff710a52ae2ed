//! What the desktop announces on D-Bus: that the screen is locked, that the computer falls asleep.

use std::sync::{Arc, Mutex};

/// What was announced last.
#[derive(Clone, Copy, Default)]
pub struct Signs {
    pub locked: bool,
    pub asleep: bool,
}

/// Signs that are kept up to date as long as the app runs.
pub fn listen() -> Arc<Mutex<Signs>> {
    let signs = Arc::new(Mutex::new(Signs::default()));
    #[cfg(target_os = "linux")]
    linux::listen(&signs);
    signs
}

#[cfg(target_os = "linux")]
mod linux {
    use super::Signs;
    use std::sync::{Arc, Mutex};
    use zbus::{
        MatchRule, Message,
        blocking::{Connection, MessageIterator},
        message::Type,
    };

    type Kept = Arc<Mutex<Signs>>;
    type Set = fn(&mut Signs, bool);

    pub fn listen(signs: &Kept) {
        // Each desktop has an interface of its own, with the same word in it.
        follow(signs, Connection::session, "ActiveChanged", |signs, on| signs.locked = on);
        follow(signs, Connection::system, "PrepareForSleep", |signs, on| signs.asleep = on);
        follow(signs, Connection::system, "Lock", |signs, _| signs.locked = true);
        follow(signs, Connection::system, "Unlock", |signs, _| signs.locked = false);
    }

    /// Where there is no such bus, nothing is announced.
    fn follow(signs: &Kept, bus: fn() -> zbus::Result<Connection>, word: &'static str, set: Set) {
        let signs = signs.clone();
        std::thread::spawn(move || -> zbus::Result<()> {
            let rule = MatchRule::builder().msg_type(Type::Signal).member(word)?.build();
            for message in MessageIterator::for_match_rule(rule, &bus()?, None)? {
                let message = message?;
                if is_of_the_desktop(&message) {
                    // Lock and Unlock say nothing but their name.
                    let on = message.body().deserialize().unwrap_or(true);
                    set(&mut signs.lock().expect("nobody fails here"), on);
                }
            }
            Ok(())
        });
    }

    fn is_of_the_desktop(message: &Message) -> bool {
        let header = message.header();
        let interface = header.interface().map(ToString::to_string).unwrap_or_default();
        interface.ends_with(".ScreenSaver") || interface.starts_with("org.freedesktop.login1.")
    }
}
