import type { UserManifest } from 'wxt';

const icons = { 16: 'icon-16.png', 32: 'icon-32.png', 48: 'icon-48.png', 128: 'icon-128.png' };

/** What the browser is told about the extension, apart from what its entrypoints say themselves. */
export function manifestFor(browser: string): UserManifest {
  return {
    name: 'Timegrove',
    description: '__MSG_description__',
    default_locale: 'en',
    icons,
    action: { default_title: 'Timegrove', default_icon: icons },
    // `activeTab`: the title of the page on which the popup is opened, offered as a note.
    permissions: ['alarms', 'idle', 'activeTab'],
    // The one server that a person connects to is asked for then.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // Firefox would make every address secure otherwise, also that of a server in one's own network.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+G' } },
      'start-or-stop': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_startOrStop__',
      },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'timegrove@timegrove.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  };
}
