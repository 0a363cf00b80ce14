// Says Streamlit's own words in the language of the page: it has them in English only, and when the server is away
// it speaks to who built the app. What is not known here is left as it is.
(() => {
  const isSwedish = document.documentElement.lang !== "en";
  const CUT_OFF = /^Connection error$/;
  const AWAY = /^(Is Streamlit still running|Streamlit server is not responding|Connection timed out|Connection failed with)/;
  const cutOff = isSwedish ? "Ingen kontakt med Evenemang" : "No contact with Evenemang";
  const away = isSwedish
    ? "Det du har skrivit är kvar på skärmen. Sidan försöker igen av sig själv; ladda inte om den."
    : "What you have written is still on the screen. The page tries again by itself; do not load it anew.";
  const PARTS = { year: "år", month: "månad", day: "dag", hour: "timme", minute: "minut" };
  const SWEDISH = [
    [/^Press (Ctrl|⌘)\+Enter to (apply|submit form)$/, "$1 + Enter sparar"],
    [/^Press Enter to (apply|submit form)$/, "Enter sparar"],
    [/^No results$/, "Inget passar"], [/^Open$/, "Öppna listan"], [/^Close$/, "Stäng"], [/^Clear value$/, "Töm"],
    [/^\d+ more$/, "Mer"], [/^Clear all$/, "Töm alla"], [/^Select all$/, "Välj alla"], [/^Remove (.+)$/, "Ta bort $1"],
    [/^Increment( value)?$/, "Öka"], [/^Decrement( value)?$/, "Minska"],
    [/^Choose date$/, "Välj dag"], [/^Choose date range$/, "Välj dagar"], [/^Selectbox options$/, "Att välja på"],
    [/^yyyy$/, "åååå"], [/^HH$/, "tt"], [/^Empty$/, "Tomt"], [/^Selected values$/, "Valda"],
    [/^Only one file is allowed\.$/, "Bara en fil i taget."],
    [/^(year|month|day|hour|minute), /, (_, part) => `${PARTS[part]}, `],
    [/^Use arrow keys to navigate dates\. Enter to select\. Escape to close\.$/, "Gå med pilarna. Enter väljer. Escape stänger."],
  ];
  const NAMES = ["aria-label", "aria-valuetext", "title"];
  // By us and by people, never Streamlit's words; but for what has no room in the menu.
  const WRITTEN = "[data-testid=stMarkdownContainer]:not([data-testid=stTopNavSection] *), input, textarea";

  const ours = (text) => {
    const [found, instead] = (isSwedish && SWEDISH.find(([one]) => one.test(text))) || [];
    return found ? text.replace(found, instead) : text;
  };
  const said = (node) => {
    const dialog = node.parentElement?.closest("[role=dialog]");
    if (dialog && CUT_OFF.test(node.data)) return cutOff;
    if (dialog && AWAY.test(node.data)) {
      dialog.classList.add("avbrott");
      return away;
    }
    return node.parentElement?.closest(WRITTEN) ? node.data : ours(node.data);
  };
  const say = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const instead = said(node);
      if (instead !== node.data) node.data = instead;
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(WRITTEN)) {
      for (const name of NAMES) {
        const instead = ours(node.getAttribute(name) ?? "");
        if (instead !== (node.getAttribute(name) ?? "")) node.setAttribute(name, instead);
      }
      node.childNodes.forEach(say);
    }
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) (type === "childList" ? [...addedNodes] : [target]).forEach(say);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES });
})();
