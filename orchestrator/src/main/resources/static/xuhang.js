// Makes pages live: clocks tick, the link's state is told, keys jump. Without it every page still works.
(() => {
  "use strict";
  const body = document.body;
  const say = (name) => body.dataset[name] || "";
  let skew = Number(body.dataset.now) - Date.now();
  const now = () => Date.now() + skew;

  // Clocks. The server states moments; here they are only counted.
  const two = (n) => String(n).padStart(2, "0");
  const span = (ms) => {
    const s = Math.floor(Math.abs(ms) / 1000);
    const days = Math.floor(s / 86400);
    return (ms < 0 && s > 0 ? "−" : "") + (days ? days + "d " : "")
      + two(Math.floor(s / 3600) % 24) + ":" + two(Math.floor(s / 60) % 60) + ":" + two(s % 60);
  };
  const set = (node, text) => { if (node && node.textContent !== text) node.textContent = text; };

  function tickOutage(card, at) {
    const since = Number(card.dataset.since);
    const elapsed = Math.max(0, at - since);
    set(card.querySelector("[data-elapsed]"), span(elapsed));
    let end = Number(card.dataset.end);
    if (elapsed > end) end = elapsed;
    const fill = card.querySelector(".fill");
    if (fill) fill.setAttribute("width", String(Math.min(1000, elapsed * 1000 / end)));
    let late = false;
    for (const mark of card.querySelectorAll("[data-limit]")) {
      const left = Number(mark.dataset.limit) - elapsed;
      const passed = left <= 0;
      late = late || passed;
      mark.classList.toggle("passed", passed);
      set(mark.querySelector("i"), passed ? "✖" : "○");
      set(mark.querySelector("[data-left]"), (passed ? say("over") : say("left")).replace("{0}", span(Math.abs(left))));
    }
    card.classList.toggle("is-late", late);
    card.classList.toggle("is-open", !late);
  }

  function tickDeadline(node, at) {
    const left = Number(node.dataset.due) - at;
    set(node.querySelector("[data-count]"), span(Math.abs(left)));
    set(node.querySelector("[data-word]"), left < 0 ? say("overWord") : say("leftWord"));
    node.classList.toggle("is-late", left < 0);
    node.classList.toggle("is-open", left >= 0);
  }

  const zone = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Taipei", dateStyle: "short", timeStyle: "medium" });
  function tick() {
    const at = now();
    document.querySelectorAll("[data-since][data-running]").forEach((card) => tickOutage(card, at));
    document.querySelectorAll("[data-due][data-open]").forEach((node) => tickDeadline(node, at));
    document.querySelectorAll("[data-run-since]").forEach((n) => set(n, span(at - Number(n.dataset.runSince))));
    const [day, clock] = zone.format(new Date(at)).split(" ");
    set(document.querySelector("[data-server-day]"), day + " ");
    set(document.querySelector("[data-server-time]"), clock);
    link(at);
  }

  // The link: a frozen page that looks alive is the worst failure.
  const live = body.dataset.live;
  let lastBeat = live ? Date.now() : 0;
  let lastData = now();
  function link(at) {
    const node = document.querySelector("[data-link]");
    if (!node || !live) return;
    const stale = Date.now() - lastBeat > 40000;
    node.classList.toggle("stale", stale);
    node.classList.toggle("still", false);
    set(node, stale ? say("stale").replace("{0}", zone.format(new Date(lastData)).slice(11)) : say("fresh"));
    if (stale) document.title = "✖ " + document.title.replace(/^✖ /, "");
    else document.title = document.title.replace(/^✖ /, "");
  }
  function heard() { lastBeat = Date.now(); lastData = now(); }

  document.addEventListener("htmx:sseOpen", heard);
  document.addEventListener("htmx:sseError", () => { lastBeat = Math.min(lastBeat, Date.now() - 40001); });
  document.addEventListener("htmx:sseBeforeMessage", (event) => {
    heard();
    const message = event.detail;
    if (message.type === "beat") {
      skew = Number(message.data) - Date.now();
      event.preventDefault();
      return;
    }
    // A part that says the same is left alone, so that nobody's typing or reading is disturbed.
    const node = event.target;
    if (node.dataset.rev && node.dataset.rev === message.lastEventId) { event.preventDefault(); return; }
    node.dataset.rev = message.lastEventId;
    keepOpen(node);
  });
  let opened = [];
  function keepOpen(node) { opened = [...node.querySelectorAll("details[open][id]")].map((d) => d.id); }
  document.addEventListener("htmx:sseMessage", () => {
    opened.forEach((id) => { const d = document.getElementById(id); if (d) d.open = true; });
    opened = [];
    followLogs();
    tick();
  });

  // Logs follow their end; scrolling up stops that, reaching the end starts it again.
  const left = new Map();
  document.addEventListener("scroll", (event) => {
    const log = event.target;
    if (log.classList && log.classList.contains("log")) {
      left.set(log.id, log.scrollTop + log.clientHeight < log.scrollHeight - 8 ? log.scrollTop : -1);
    }
  }, true);
  function followLogs() {
    document.querySelectorAll(".log").forEach((log) => {
      const at = left.get(log.id);
      log.scrollTop = at === undefined || at < 0 ? log.scrollHeight : at;
    });
  }

  // One click, one post.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  });

  // What was typed survives an expired session or a closed phone.
  const drafts = "xuhang.draft:" + location.pathname + ":";
  const keeps = (n) => n.matches("textarea[name], input[type=text][name]") && !n.classList.contains("code") && !n.hasAttribute("data-nokeep");
  document.querySelectorAll("textarea[name], input[type=text][name]").forEach((n) => {
    if (!keeps(n) || n.value) return;
    try { n.value = sessionStorage.getItem(drafts + n.name) || ""; } catch { /* storage is off */ }
  });
  document.addEventListener("input", (event) => {
    if (keeps(event.target)) {
      try { sessionStorage.setItem(drafts + event.target.name, event.target.value); } catch { /* storage is off */ }
    }
  });
  if (document.querySelector("[data-done]")) {
    try { Object.keys(sessionStorage).filter((k) => k.startsWith("xuhang.draft:")).forEach((k) => sessionStorage.removeItem(k)); } catch { /* storage is off */ }
  }

  // Keys only move; none of them executes, consents or aborts. They are off until asked for with "?".
  let keys = false;
  try { keys = localStorage.getItem("xuhang.keys") === "on"; } catch { /* storage is off */ }
  let before = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "?") {
      keys = !keys;
      try { localStorage.setItem("xuhang.keys", keys ? "on" : "off"); } catch { /* storage is off */ }
      announce(keys ? say("keysOn") : say("keysOff"));
      return;
    }
    if (!keys) return;
    if (before === "g" && event.key === "b") location.href = "/";
    else if (before === "g" && event.key === "w") location.href = "/waiting";
    else if (event.key === "p") window.print();
    else if (event.key === "j" || event.key === "k") jump("a.name, h2 > a", event.key === "j" ? 1 : -1);
    else if (event.key === "e") jump(".steps .bad, .trouble", 1);
    before = event.key;
  });
  function jump(what, by) {
    const all = [...document.querySelectorAll(what)];
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    const to = all[(at + by + all.length) % all.length];
    to.setAttribute("tabindex", to.getAttribute("tabindex") || "-1");
    to.focus();
  }
  function announce(text) { set(document.getElementById("announce"), text); }

  // Sound needs a person's click first. Three tones until somebody opens what waits.
  let sound = null;
  const button = document.querySelector("[data-sound]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      sound = sound ? (sound.close(), null) : new AudioContext();
      button.setAttribute("aria-pressed", String(Boolean(sound)));
      set(button, sound ? say("soundOn") : say("soundOff"));
      if (sound) beep(2);
    });
  }
  function beep(times) {
    for (let i = 0; i < times; i++) {
      const tone = sound.createOscillator();
      const level = sound.createGain();
      level.gain.value = 0.15;
      tone.frequency.value = i % 2 ? 880 : 660;
      tone.connect(level).connect(sound.destination);
      tone.start(sound.currentTime + i * 0.3);
      tone.stop(sound.currentTime + i * 0.3 + 0.2);
    }
  }
  setInterval(() => {
    const waiting = document.querySelector("[data-waiting]");
    if (sound && waiting && Number(waiting.dataset.waiting) > 0) beep(3);
  }, 30000);

  followLogs();
  tick();
  setInterval(tick, 1000);
})();
