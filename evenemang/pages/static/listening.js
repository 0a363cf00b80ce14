// Asks every few seconds what others have done: presses the button that listens, which nobody sees.
// Only where the page stands still. What is asked carries every field as this page knows it, and a field that the
// server has just changed, while its word is still on its way, would come back as if a person had filled it in.
(() => {
  const EVERY = 3000; // ms
  const SETTLED = 300; // ms that the page has stood still: what came last is drawn
  const LONGEST = 60000; // ms; what has not led to a run by then never will
  // Streamlit's messages, by how they are numbered (proto/BackMsg.proto and ForwardMsg.proto).
  const ASKS_FOR_A_RUN = (11 << 3) | 2, BEGINS = 4, ENDS = 6, ENDS_TO_BEGIN_ANEW = 2;

  let said = 0; // when the page last asked for a run that has not been seen to begin, or 0
  let running = false;
  let since = 0; // when the page came to stand still, or 0

  // The outermost fields of a message: how each is numbered, and what it says where that is a number.
  function* fields(bytes) {
    let at = 0;
    const number = () => {
      let value = 0, place = 1, byte;
      do { byte = bytes[at++]; value += (byte & 127) * place; place *= 128; } while (byte > 127);
      return value;
    };
    while (at < bytes.length) {
      const tag = number();
      if ((tag & 7) === 0) yield [tag >> 3, number()];
      else if ((tag & 7) === 2) { const long = number(); at += long; yield [tag >> 3, 0]; }
      else return; // nothing else stands in them
    }
  }
  const hear = ({ data }) => {
    if (!(data instanceof ArrayBuffer)) return;
    for (const [field, value] of fields(new Uint8Array(data))) {
      if (field === BEGINS) { said = 0; running = true; since = 0; }
      if (field === ENDS && value !== ENDS_TO_BEGIN_ANEW) { running = false; since = Date.now(); }
    }
  };
  const heard = new WeakSet();
  const say = WebSocket.prototype.send;
  WebSocket.prototype.send = function (what) {
    if (!heard.has(this)) {
      heard.add(this);
      this.addEventListener("message", hear);
      running = false; // what ran for the line before this one is not heard of again
    }
    if (!(what instanceof Uint8Array) || what[0] === ASKS_FOR_A_RUN) said = Date.now();
    return say.call(this, what);
  };
  const still = () => {
    const { testConnectionState: line, testScriptState: state } = document.querySelector("[data-testid=stApp]")?.dataset ?? {};
    if (said && Date.now() - said > LONGEST) { said = 0; since = since || Date.now(); }
    return line === "CONNECTED" && state === "notRunning" && !said && !running && since && Date.now() - since > SETTLED;
  };

  let asking = false; // one at a time
  const ask = () => {
    asking = !still();
    if (asking) { setTimeout(ask, 100); return; }
    const button = document.querySelector(".st-key-lyssna button");
    if (!button) return;
    // A press on it shuts nothing that is open, such as a comment: it is a part of what is open, also to Streamlit.
    button.dataset.reactAriaTopLayer = button.dataset.stOverlayRoot = "true";
    button.click();
  };
  // The door is asked first, which runs no page: 204 says that this page has shown all there is. Any other answer,
  // and none, is for the page itself to find out about.
  const nothingNew = async () => {
    const key = document.querySelector(".andra[data-nyckel]")?.dataset.nyckel;
    if (!key) return false;
    try {
      const said = await fetch("./nytt", { headers: { "X-Nyckel": key }, signal: AbortSignal.timeout(EVERY) });
      return said.status === 204;
    } catch { return false; }
  };
  // Where everybody asks at once and the answer is slow in coming, each asks more seldom: a tenth of the time at most.
  let patience = 0; // when to ask again, at the earliest
  setInterval(async () => {
    if (asking || Date.now() < patience || !document.querySelector(".st-key-lyssna button")) return;
    asking = true;
    const began = Date.now();
    const quiet = await nothingNew();
    patience = began + Math.min(10 * (Date.now() - began), LONGEST / 2);
    if (quiet) asking = false; else ask();
  }, EVERY);
})();
