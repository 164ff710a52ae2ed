//! The shortcut that opens the search from every other program.

use crate::{settings, windows};
use serde_json::json;
use tauri::AppHandle;
use tauri_plugin_global_shortcut::{GlobalShortcutExt, ShortcutState};

/// Lets the shortcut that is set work, instead of another one; a refusal is a sentence.
pub fn register(app: &AppHandle) -> Result<(), String> {
    let shortcuts = app.global_shortcut();
    let sentence = |error: tauri_plugin_global_shortcut::Error| error.to_string();
    shortcuts.unregister_all().map_err(sentence)?;
    let wanted = settings::read(app).shortcut;
    if wanted.is_empty() {
        return Ok(());
    }
    shortcuts
        .on_shortcut(wanted.as_str(), |app, _, event| {
            if event.state == ShortcutState::Pressed {
                windows::show(app);
                windows::tell(app, json!({ "kind": "command", "do": "pick" }));
            }
        })
        .map_err(|error| format!("{wanted} cannot be the shortcut: {error}"))
}
