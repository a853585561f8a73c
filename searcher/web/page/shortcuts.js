// Keys that do something by themselves ("/", "n", "p"). Whoever speaks to the computer or has a tremor may switch them off in the
// help (WCAG 2.2, 2.1.4); the browser remembers it.

const KEY = "dateline-shortcuts";

export function shortcutsOn() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true; // storage is switched off
  }
}

export function setShortcuts(on) {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // They stay as they are.
  }
}

// Whether a press of a key may be such a shortcut: not while something is typed, and not with another key held.
export function isShortcut(event) {
  const typing = /^(?:INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "") || document.querySelector("dialog[open]") !== null;
  return !typing && !event.ctrlKey && !event.metaKey && !event.altKey && shortcutsOn();
}
