"""A desktop for the tests, as far as D-Bus shows one: tray, notifications, screen saver, sleep.

Says what happens as a line of JSON each, and does what it is told line by line:
  menu            tells what stands in the tray's menu
  choose <text>   clicks the entry of that text
  lock, unlock    as a screen saver announces it
  sleep, wake     as the login manager announces it
"""

import json
import sys
import threading

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

WATCHER = "org.kde.StatusNotifierWatcher"
NOTICES = "org.freedesktop.Notifications"
SAVER = "org.freedesktop.ScreenSaver"
LOGIN = "org.freedesktop.login1"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"


def say(**what):
    print(json.dumps(what), flush=True)


class Watcher(dbus.service.Object):
    """Knows who wants to be in the tray."""

    item = None

    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        Watcher.item = (sender, service) if service.startswith("/") else (service, "/StatusNotifierItem")

    @dbus.service.method(WATCHER, in_signature="s")
    def RegisterStatusNotifierHost(self, service):
        pass

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        known = {"ProtocolVersion": 0, "IsStatusNotifierHostRegistered": True}
        return known.get(name, dbus.Array([], signature="s"))

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return {"ProtocolVersion": 0, "IsStatusNotifierHostRegistered": True}


class Notices(dbus.service.Object):
    """Shows notifications."""

    @dbus.service.method(NOTICES, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, app, replaces, icon, title, body, actions, hints, timeout):
        say(said="notice", title=title, body=body)
        return 1


class Saver(dbus.service.Object):
    """Locks the screen."""

    @dbus.service.signal(SAVER, signature="b")
    def ActiveChanged(self, active):
        pass


class Login(dbus.service.Object):
    """Lets the computer sleep."""

    @dbus.service.signal(LOGIN + ".Manager", signature="b")
    def PrepareForSleep(self, start):
        pass


def menu_of(bus):
    name, path = Watcher.item
    item = dbus.Interface(bus.get_object(name, path, introspect=False), PROPERTIES)
    where = item.Get("org.kde.StatusNotifierItem", "Menu")
    menu = dbus.Interface(bus.get_object(name, where, introspect=False), MENU)
    menu.AboutToShow(dbus.Int32(0))
    return menu, menu.GetLayout(dbus.Int32(0), dbus.Int32(-1), dbus.Array([], signature="s"))[1]


def entries(node):
    number, properties, children = node
    label = str(properties.get("label", "")).replace("_", "")
    if label:
        enabled = bool(properties.get("enabled", True))
        yield {"id": int(number), "label": label, "enabled": enabled}
    for child in children:
        yield from entries(child)


def obey(bus, announce, line):
    word, _, rest = line.strip().partition(" ")
    if word in announce:
        announce[word]()
        return
    try:
        menu, root = menu_of(bus)
        found = list(entries(root))
        if word == "choose":
            number = next(one["id"] for one in found if one["label"] == rest)
            menu.Event(dbus.Int32(number), "clicked", dbus.String("", variant_level=1), dbus.UInt32(0))
        say(said=word, entries=found)
    except (dbus.DBusException, StopIteration, TypeError) as error:
        say(said=word, entries=[], trouble=repr(error))


def main():
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    names = [dbus.service.BusName(name, bus) for name in (WATCHER, NOTICES, SAVER, LOGIN)]
    Watcher(bus, "/StatusNotifierWatcher")
    Notices(bus, "/org/freedesktop/Notifications")
    saver = Saver(bus, "/org/freedesktop/ScreenSaver")
    login = Login(bus, "/org/freedesktop/login1")
    announce = {
        "lock": lambda: saver.ActiveChanged(True),
        "unlock": lambda: saver.ActiveChanged(False),
        "sleep": lambda: login.PrepareForSleep(True),
        "wake": lambda: login.PrepareForSleep(False),
    }
    loop = GLib.MainLoop()

    def read():
        for line in sys.stdin:
            GLib.idle_add(obey, bus, announce, line)
        GLib.idle_add(loop.quit)

    threading.Thread(target=read, daemon=True).start()
    say(said="ready", names=len(names))
    loop.run()


main()
