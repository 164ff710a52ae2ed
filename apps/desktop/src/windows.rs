//! The two windows: the task widget, frameless and on top of all others where it was left, and the
//! settings, which are the way in as well.

use crate::{pages, settings, sign_in};
use serde_json::Value;
use tauri::{
    AppHandle, LogicalSize, Manager, PhysicalPosition, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, Window, WindowEvent, webview::NewWindowResponse,
};

const WIDGET: &str = "widget";
const SETTINGS: &str = "settings";
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 116.0;

type Builder<'a> = WebviewWindowBuilder<'a, tauri::Wry, AppHandle>;

/// Shows the widget; whoever is not signed in sees the way in.
pub fn show(app: &AppHandle) {
    let shown = match sign_in::is_connected(app) {
        true => make_widget(app).and_then(|widget| {
            let hidden = !widget.is_visible()?;
            widget.show()?;
            // Some window managers forget both while a window is hidden.
            widget.set_always_on_top(true)?;
            if hidden {
                put_in_place(&widget)?;
            }
            widget.unminimize()?;
            widget.set_focus()
        }),
        false => show_settings(app),
    };
    if let Err(error) = shown {
        eprintln!("The window cannot be shown: {error}");
    }
}

/// The widget, made without being shown where there is none yet.
pub fn make_widget(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    if let Some(widget) = app.get_webview_window(WIDGET) {
        return Ok(widget);
    }
    let widget = page(app, WIDGET, "/widget")
        .title("Timegrove")
        .inner_size(WIDTH, HEIGHT)
        .min_inner_size(WIDTH / 2.0, HEIGHT)
        .decorations(false)
        .always_on_top(true)
        .visible_on_all_workspaces(true)
        .skip_taskbar(true)
        .visible(false)
        .build()?;
    put_in_place(&widget)?;
    Ok(widget)
}

/// Where it was left, unless that is on a screen that is gone.
fn put_in_place(widget: &WebviewWindow) -> tauri::Result<()> {
    let place = settings::read(widget.app_handle()).place;
    match place.filter(|place| is_visible(widget, *place)) {
        Some((x, y)) => widget.set_position(PhysicalPosition::new(x, y)),
        None => Ok(()),
    }
}

fn is_visible(widget: &WebviewWindow, (x, y): (i32, i32)) -> bool {
    let monitors = widget.available_monitors().unwrap_or_default();
    monitors.iter().any(|monitor| {
        let (from, size) = (monitor.position(), monitor.size());
        let (right, bottom) = (from.x + size.width as i32, from.y + size.height as i32);
        (from.x..right).contains(&x) && (from.y..bottom).contains(&y)
    })
}

/// Shows the settings.
pub fn show_settings(app: &AppHandle) -> tauri::Result<()> {
    let window = match app.get_webview_window(SETTINGS) {
        Some(window) => window,
        None => {
            page(app, SETTINGS, "/desktop").title("Timegrove").inner_size(520.0, 660.0).build()?
        }
    };
    window.unminimize()?;
    window.show()?;
    window.set_focus()
}

/// A window with a page of the web app. Other addresses open in the system's browser.
fn page<'a>(app: &'a AppHandle, label: &str, path: &str) -> Builder<'a> {
    let host = format!("window.name = 'timegrove-{label}';\n{}", include_str!("page.js"));
    WebviewWindowBuilder::new(app, label, WebviewUrl::CustomProtocol(pages::address(path)))
        .initialization_script(host)
        .on_document_title_changed(|window, title| {
            // It tells what runs, also in a list of windows.
            let _ = window.set_title(&title);
        })
        .on_navigation(|url| pages::is_ours(url) || leave_to_browser(url))
        .on_new_window(|url, _| {
            leave_to_browser(&url);
            NewWindowResponse::Deny
        })
}

/// Always false: the page stays where it is.
fn leave_to_browser(url: &tauri::Url) -> bool {
    if matches!(url.scheme(), "http" | "https") {
        let _ = open::that_detached(url.as_str());
    }
    false
}

/// Opens a screen of the server in the system's browser.
pub fn browse(app: &AppHandle, path: &str) {
    if let Some(server) = sign_in::server(app).filter(|_| path.starts_with('/')) {
        let _ = open::that_detached(format!("{}{path}", server.address));
    }
}

/// What a window hears of its window manager.
pub fn heard(window: &Window, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event
        && window.label() == WIDGET
    {
        // The page goes on: it keeps the timer of the tray, and sends what waits.
        api.prevent_close();
        hide(window.app_handle());
    }
}

/// Shows the widget, or hides it.
pub fn toggle(app: &AppHandle) {
    let widget = app.get_webview_window(WIDGET);
    match widget.is_some_and(|widget| widget.is_visible().unwrap_or(false)) {
        true => hide(app),
        false => show(app),
    }
}

/// Hides the widget; the tray stays.
pub fn hide(app: &AppHandle) {
    keep_place(app);
    with_widget(app, |widget| widget.hide());
}

/// Remembers where the widget stands.
pub fn keep_place(app: &AppHandle) {
    let place = app
        .get_webview_window(WIDGET)
        .filter(|widget| widget.is_visible().unwrap_or(false))
        .and_then(|widget| widget.outer_position().ok());
    if let Some(place) = place {
        let kept = settings::change(app, |settings| settings.place = Some((place.x, place.y)));
        if let Err(error) = kept {
            eprintln!("The widget's place cannot be kept: {error}");
        }
    }
}

/// Gives the widget another size.
pub fn resize(app: &AppHandle, width: f64, height: f64) {
    with_widget(app, |widget| widget.set_size(LogicalSize::new(width, height)));
}

/// Lets the widget follow the pressed mouse.
pub fn drag(app: &AppHandle) {
    with_widget(app, WebviewWindow::start_dragging);
}

/// Ends the widget, because nobody is signed in any more.
pub fn close_widget(app: &AppHandle) {
    keep_place(app);
    with_widget(app, WebviewWindow::destroy);
}

/// Begins the widget's page anew, as for somebody else.
pub fn reload_widget(app: &AppHandle) {
    close_widget(app);
    show(app);
}

/// Says something to the pages of all windows.
pub fn tell(app: &AppHandle, message: Value) {
    let script =
        format!("dispatchEvent(new CustomEvent('timegrove-desktop', {{ detail: {message} }}))");
    for window in app.webview_windows().values() {
        // A window that is just closing hears nothing any more.
        let _ = window.eval(&script);
    }
}

fn with_widget(app: &AppHandle, act: impl FnOnce(&WebviewWindow) -> tauri::Result<()>) {
    let done = app.get_webview_window(WIDGET).map_or(Ok(()), |widget| act(&widget));
    if let Err(error) = done {
        eprintln!("The widget does not follow: {error}");
    }
}
