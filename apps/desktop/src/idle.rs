//! How long no key was pressed and no mouse was moved.

#[cfg(target_os = "linux")]
mod linux {
    use std::time::Duration;
    use x11rb::{
        connection::Connection, protocol::screensaver::ConnectionExt,
        rust_connection::RustConnection,
    };

    /// X11 says it of its own screen, GNOME under Wayland on the bus.
    pub struct Idle {
        screen: Option<(RustConnection, u32)>,
        bus: Option<zbus::blocking::Connection>,
    }

    impl Idle {
        pub fn new() -> Self {
            let bus = std::env::var_os("WAYLAND_DISPLAY")
                .and_then(|_| zbus::blocking::Connection::session().ok());
            Self { screen: screen(), bus }
        }

        /// Nothing where the system does not tell.
        pub fn milliseconds(&mut self) -> Option<u64> {
            self.by_bus().or_else(|| self.by_screen())
        }

        fn by_screen(&self) -> Option<u64> {
            let (connection, root) = self.screen.as_ref()?;
            let reply = connection.screensaver_query_info(*root).ok()?.reply().ok()?;
            Some(Duration::from_millis(reply.ms_since_user_input.into()).as_millis() as u64)
        }

        fn by_bus(&self) -> Option<u64> {
            let name = "org.gnome.Mutter.IdleMonitor";
            let path = "/org/gnome/Mutter/IdleMonitor/Core";
            let bus = self.bus.as_ref()?;
            let reply = bus.call_method(Some(name), path, Some(name), "GetIdletime", &()).ok()?;
            reply.body().deserialize().ok()
        }
    }

    fn screen() -> Option<(RustConnection, u32)> {
        let (connection, number) = x11rb::connect(None).ok()?;
        let root = connection.setup().roots.get(number)?.root;
        Some((connection, root))
    }
}

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    /// Windows and macOS say it of the session.
    pub struct Idle;

    impl Idle {
        pub fn new() -> Self {
            Self
        }

        /// Nothing where the system does not tell.
        pub fn milliseconds(&mut self) -> Option<u64> {
            let idle = user_idle::UserIdle::get_time().ok()?;
            u64::try_from(idle.as_milliseconds()).ok()
        }
    }
}

#[cfg(not(target_os = "linux"))]
pub use elsewhere::Idle;
#[cfg(target_os = "linux")]
pub use linux::Idle;
