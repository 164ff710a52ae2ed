//! Timegrove on the desktop: a task widget, a tray menu, and for the page in the widget what a
//! browser has and the system's webview lacks. What is tracked, and how, is the web app's matter.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod away;
mod connect;
mod desktop_bus;
mod host;
mod idle;
mod menu;
mod news;
mod notice;
mod pages;
mod presence;
mod server;
mod settings;
mod shortcut;
mod sign_in;
mod token;
mod windows;

use tauri::{AppHandle, RunEvent};

fn main() {
    prefer_x11();
    let app = tauri::Builder::default()
        // First, so that a second start ends before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| windows::show(app)))
        .plugin(tauri_plugin_autostart::Builder::new().arg("--hidden").build())
        .plugin(tauri_plugin_global_shortcut::Builder::new().build())
        .register_asynchronous_uri_scheme_protocol(pages::SCHEME, |context, request, responder| {
            let app = context.app_handle().clone();
            tauri::async_runtime::spawn(async move {
                responder.respond(pages::answer(&app, request).await);
            });
        })
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .on_window_event(windows::heard)
        .setup(|app| Ok(set_up(app.handle())?))
        .build(tauri::generate_context!())
        .expect("the window system answers");
    app.run(|app, event| match event {
        // Closing the last window leaves the tray; only Quit ends the app.
        RunEvent::ExitRequested { code: None, api, .. } => api.prevent_exit(),
        RunEvent::Exit => windows::keep_place(app),
        _ => {}
    });
}

fn set_up(app: &AppHandle) -> tauri::Result<()> {
    settings::set_up(app)?;
    sign_in::set_up(app);
    news::set_up(app);
    away::set_up(app)?;
    menu::set_up(app)?;
    presence::set_up(app);
    if let Err(reason) = shortcut::register(app) {
        eprintln!("The global shortcut is not available: {reason}");
    }
    if !std::env::args().any(|word| word == "--hidden") || !sign_in::is_connected(app) {
        windows::show(app);
    } else {
        windows::make_widget(app)?;
    }
    Ok(())
}

/// Wayland lets no window stay on top or choose its place; its X11 door does.
fn prefer_x11() {
    let set = |name: &str| std::env::var_os(name).is_some();
    if cfg!(target_os = "linux") && set("DISPLAY") && !set("GDK_BACKEND") {
        // SAFETY: nothing else runs yet.
        unsafe { std::env::set_var("GDK_BACKEND", "x11") };
    }
}
