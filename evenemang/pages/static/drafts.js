// Keeps text that is typed and not yet saved, in this tab only: it is offered back after a reload or a server
// that was restarted. It is forgotten when it is saved, when somebody else sits down, and with the tab.
(() => {
  const PREFIX = "utkast|";
  const LOADED = Date.now();
  const OLDEST = 2 * 60 * 60 * 1000; // ms
  const LONGEST = 60 * 1000; // ms; what a button in a dialog does is done by then
  const AT_ONCE = /^st-key-(varde|kommentar|mote-anteckning)-/; // saved when the field is left; others when a button says so
  const SAID = {
    sv: { head: "Text som inte hann sparas:", put: "Sätt in", drop: "Kasta", open: "Öppna fältet igen för att sätta in den." },
    en: { head: "Text that was not saved in time:", put: "Put back", drop: "Discard", open: "Open the field again to put it back." },
  };
  const said = SAID[document.documentElement.lang] || SAID.sv;
  const saving = new Set(); // fields that were left and wait for the server: nothing is offered for them

  let typing = null; // the field that somebody writes in now: nothing is offered over it

  const keyOf = (field) => {
    const place = field.closest("[class*=st-key-]");
    return place && [...place.classList].find((one) => one.startsWith("st-key-"));
  };
  const nameOf = (field) => {
    const dossier = new URLSearchParams(location.search).get("id");
    const key = keyOf(field);
    return dossier && key ? `${PREFIX}${dossier}|${key}` : null;
  };
  const isText = (node) => node instanceof HTMLTextAreaElement
    || (node instanceof HTMLInputElement && node.type === "text" && node.getAttribute("role") !== "combobox");
  const who = () => (document.querySelector(".st-key-vem button") || { textContent: "" }).textContent;
  const drafts = () => Object.keys(sessionStorage).filter((one) => one.startsWith(PREFIX));
  const forget = (name) => sessionStorage.removeItem(name);
  const app = () => (document.querySelector("[data-testid=stApp]") || { dataset: {} }).dataset;
  const isConnected = () => app().testConnectionState === "CONNECTED";
  const isQuiet = () => isConnected() && app().testScriptState === "notRunning";

  addEventListener("input", (event) => {
    const name = isText(event.target) && nameOf(event.target);
    if (!name) return;
    typing = event.isTrusted ? name : null;
    if (!event.target.value.trim()) { forget(name); return; }
    sessionStorage.setItem(name, JSON.stringify({ text: event.target.value, at: Date.now(), who: who() }));
  }, true);

  // A field that is saved when it is left, or with Enter: forgotten once the server has taken it in.
  const given = (event) => {
    const field = event.target;
    const name = isText(field) && nameOf(field);
    typing = null;
    if (!name || !AT_ONCE.test(name.split("|")[2])) return;
    if (!isConnected()) return; // what could not be sent is not saved: it is offered back
    saving.add(name);
    setTimeout(function saved() {
      if (!isConnected() || typing === name) saving.delete(name);
      else if (isQuiet()) { saving.delete(name); if (stands(fieldOf(name) || field, name)) forget(name); } else setTimeout(saved, 300);
    }, 700);
  };
  addEventListener("focusout", given, true);
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) given(event);
  }, true);

  addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest(".st-key-logga-ut")) drafts().forEach(forget);
  }, true);

  // A dialog that is closed, by saving or by leaving it, takes its drafts along.
  addEventListener("click", (event) => {
    const dialog = event.target instanceof Element && event.target.closest("[role=dialog]");
    if (!dialog) return;
    const names = [...dialog.querySelectorAll("input, textarea")].filter(isText).map(nameOf).filter(Boolean);
    const pressed = Date.now();
    setTimeout(function closed() {
      if (!isConnected()) return; // it may go because the server went: what stood in it is offered back
      if (!dialog.isConnected) names.forEach(forget);
      else if (Date.now() - pressed < LONGEST) setTimeout(closed, 300);
    }, 300);
  }, true);

  // A button may save what stands in its form, or in fields that belong to no form. Once the server has answered,
  // the text is saved where its field is gone or empty, and in a form where nothing was refused.
  const press = (button) => {
    if (!isConnected()) return;
    const form = button.closest("[data-testid=stForm]");
    const fields = [...(form || document).querySelectorAll("input, textarea")].filter(isText);
    const names = fields.filter((one) => one.closest("[data-testid=stForm]") === form).map(nameOf)
      .filter((name) => name && !AT_ONCE.test(name.split("|")[2]));
    const begun = Date.now();
    setTimeout(function answered() {
      if (!isConnected()) return; // what could not be sent is not saved: it is offered back
      if (!isQuiet()) { if (Date.now() - begun < LONGEST) setTimeout(answered, 300); return; }
      const refused = document.querySelector("[data-testid=stAlertContentError], [data-testid=stAlertContentWarning]");
      names.filter((name) => name !== typing).forEach((name) => {
        const field = fieldOf(name);
        if (!field || !stands(field, name) || (form && !refused)) forget(name);
      });
    }, 700);
  };
  addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest(":is(.stButton, .stFormSubmitButton) button");
    if (button) press(button);
  }, true);
  addEventListener("keydown", (event) => {
    const form = event.key === "Enter" && event.target instanceof HTMLInputElement && event.target.closest("[data-testid=stForm]");
    if (form) press(event.target);
  }, true);

  // Whether the field still says what was typed, however figures are written: else it was not taken in.
  const bare = (text) => text.replace(/\s/g, "").replace(/,/g, ".");
  const stands = (field, name) => {
    const kept = sessionStorage.getItem(name);
    return !kept || bare(JSON.parse(kept).text) === bare(field.value);
  };

  // Whether a button has saved what stood in a field: an empty one of the next turn stands in its place.
  const isTakenIn = (name) => {
    const turn = /^(.*-omgang)(\d+)$/.exec(name.split("|")[2]);
    return turn && document.getElementsByClassName(turn[1] + (Number(turn[2]) + 1)).length > 0;
  };

  const acts = new WeakMap(); // what each button of the bar does
  const bar = document.createElement("div");
  bar.className = "utkast";
  bar.setAttribute("role", "status");
  // A press in it does not shut the comment that a text is to be put into.
  bar.dataset.reactAriaTopLayer = "true";
  for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "touchstart", "touchend", "click"]) {
    addEventListener(kind, (event) => {
      if (!bar.contains(event.target)) return;
      event.stopPropagation();
      if (kind === "mousedown") event.preventDefault();
      const pressed = kind === "click" && acts.get(event.target.closest("button"));
      if (pressed) { pressed(); offer(); }
    }, true);
  }

  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    acts.set(made, act);
    return made;
  };
  const fieldOf = (name) => { // looked up when it is needed: a part shown anew has new fields
    const place = document.getElementsByClassName(name.split("|")[2])[0];
    return place && [...place.querySelectorAll("input, textarea")].find(isText);
  };
  const put = (field, text) => {
    if (!field) return;
    const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    field.focus();
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const line = (name, draft) => {
    const field = fieldOf(name);
    if (field && (stands(field, name) || name === typing)) return null;
    if (!field && Date.now() - draft.at < 5000) return null; // it may be on its way
    const row = document.createElement("p");
    row.append(`${said.head} ”${draft.text.slice(0, 200)}” `);
    row.append(field ? button(said.put, () => put(fieldOf(name), draft.text)) : said.open, " ");
    row.append(button(said.drop, () => forget(name)));
    return row;
  };
  let shown = "";
  const offer = () => {
    const dossier = new URLSearchParams(location.search).get("id");
    const rows = [];
    for (const name of drafts()) {
      const draft = JSON.parse(sessionStorage.getItem(name));
      if (Date.now() - draft.at > OLDEST || (who() && draft.who !== who())) { forget(name); continue; }
      if (saving.has(name) || name.split("|")[1] !== dossier) continue;
      if (isTakenIn(name)) { forget(name); continue; }
      const field = fieldOf(name); // after a reload a field says what is stored
      if (field && draft.at < LOADED && name !== typing && stands(field, name)) { forget(name); continue; }
      const row = line(name, draft);
      if (row) rows.push(row);
    }
    const now = rows.map((one) => one.textContent).join("\n");
    if (now === shown) return;
    shown = now;
    bar.replaceChildren(...rows);
    if (!bar.isConnected) document.body.append(bar);
  };
  addEventListener("DOMContentLoaded", () => setInterval(() => { if (isQuiet()) offer(); }, 1000));
})();
