// Spares the reload: forms go by fetch, and the page that comes back is put in
// the place of this one. Without this script everything works as well.
"use strict";
(function () {
  var body = document.body;
  var log = document.getElementById("log");
  var field = document.getElementById("text");
  var busy = null; // what is being sent
  var next = null; // what waits for that
  var touched = Date.now();
  var escaped = 0;

  function one(id) { return document.getElementById(id); }

  // Leaving comes first: it needs nothing else on the page.
  var tabs = "BroadcastChannel" in window ? new BroadcastChannel("leave") : null;
  function leave(told) {
    if (!told) {
      if ("keepalive" in Request.prototype) {
        fetch("/leave", { method: "POST", keepalive: true, redirect: "manual" }).catch(function () {});
      } else {
        navigator.sendBeacon("/leave");
      }
      if (tabs) tabs.postMessage("");
    }
    var to = body.dataset.leave;
    body.textContent = "";
    location.replace(to);
  }
  if (tabs) tabs.onmessage = function () { leave(true); };
  document.addEventListener("keydown", function (e) {
    if (e.key !== "Escape" || e.repeat || e.isComposing) return;
    if (e.timeStamp - escaped < 1500 && escaped) leave();
    escaped = e.timeStamp;
  }, true);
  document.addEventListener("submit", function (e) {
    if (e.target.className !== "leaving") return;
    e.preventDefault();
    leave();
  });
  window.addEventListener("pageshow", function (e) { if (e.persisted) location.reload(); });
  if (!log) return;

  // The page is cleared when nobody has touched it for as long as a chat lasts.
  function old() { return Date.now() - touched >= body.dataset.idle * 1000; }
  function clear() {
    body.textContent = "";
    location.replace("/ended");
  }
  ["input", "pointerdown", "keydown"].forEach(function (kind) {
    document.addEventListener(kind, function () { if (!old()) touched = Date.now(); }, true);
  });
  setInterval(function () { if (old()) clear(); }, 15000);
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState !== "visible") return;
    if (old()) clear(); else refresh();
  });

  function refresh() {
    if (busy) return;
    fetch("/", { credentials: "same-origin" })
      .then(function (r) { return r.ok ? r.text() : ""; })
      .then(function (html) { if (html && !busy) put(parse(html)); })
      .catch(function () {});
  }

  function parse(html) { return new DOMParser().parseFromString(html, "text/html"); }

  // put takes over a page that came back, and gives the messages that changed.
  function put(page) {
    var from = page.documentElement;
    document.documentElement.lang = from.lang;
    document.documentElement.dir = from.dir;
    document.title = page.title;
    Object.assign(body.dataset, page.body.dataset);
    [".skip", ".name", ".bar .leaving", ".demo", "#say label", ".send", "#notes"].forEach(function (part) {
      var here = document.querySelector(part), there = page.querySelector(part);
      if (here && there && here.innerHTML !== there.innerHTML) here.innerHTML = there.innerHTML;
    });
    document.querySelectorAll("input[name=u]").forEach(function (input) {
      input.value = page.querySelector("input[name=u]").value;
    });
    var changed = messages(page);
    box();
    return changed;
  }

  // messages brings the log up to date, leaving what is the same as it was.
  function messages(page) {
    var there = page.getElementById("log"), changed = [], kept = {};
    log.setAttribute("aria-label", there.getAttribute("aria-label"));
    Array.from(there.children).forEach(function (m, i) {
      kept[m.id] = true;
      var here = one(m.id);
      var fresh = document.importNode(m, true);
      if (!here || here.querySelector(".text").innerHTML !== m.querySelector(".text").innerHTML ||
          labels(here) !== labels(m)) changed.push(fresh);
      if (!here) log.insertBefore(fresh, log.children[i] || null);
      else if (here.outerHTML !== m.outerHTML) log.replaceChild(fresh, here);
    });
    Array.from(log.children).forEach(function (m) { if (!kept[m.id]) m.remove(); });
    return changed.filter(function (m) { return m.isConnected; });
  }

  function labels(m) {
    return Array.from(m.querySelectorAll(".button")).map(function (b) { return b.textContent; }).join("\n");
  }

  // box makes the message box one that waits to be closed.
  function box() {
    var dialog = one("popup");
    if (!dialog || !dialog.showModal) return;
    dialog.removeAttribute("open");
    dialog.showModal();
    dialog.addEventListener("close", function () {
      fetch("/dismiss", { method: "POST", redirect: "manual" }).catch(function () {});
      dialog.remove();
    });
  }

  function say(text, role) {
    var status = one("status");
    status.textContent = text;
    status.className = role || "status";
  }

  // post sends a form. While another is under way the newest waits for it: a
  // press that is not heard is worse than one that is late.
  function post(form, button) {
    var job = { action: form.getAttribute("action"), fields: new URLSearchParams(), place: where(button) };
    new FormData(form).forEach(function (value, name) { job.fields.append(name, value); });
    if (button && button.name) job.fields.append(button.name, button.value);
    if (form.id === "say") job.text = field.value;
    if (!busy) send(job);
    else if (busy.fields.toString() !== job.fields.toString()) next = job;
  }

  function send(job) {
    busy = job;
    touched = Date.now();
    log.setAttribute("aria-busy", "true");
    var slow = setTimeout(function () { say(body.dataset.wait, "status waiting"); }, 400);
    var stop = "AbortController" in window ? new AbortController() : null;
    var late = setTimeout(function () { if (stop) stop.abort(); }, 40000);
    fetch(job.action, {
      method: "POST", body: job.fields, credentials: "same-origin", signal: stop ? stop.signal : undefined
    }).then(function (r) {
      return r.text().then(function (html) {
        clearTimeout(slow);
        answer(parse(html), r.ok, job);
      });
    }).catch(function () {
      clearTimeout(slow);
      say(body.dataset.offline, "notice");
    }).then(function () {
      clearTimeout(late);
      busy = null;
      log.removeAttribute("aria-busy");
      var job = next;
      next = null;
      if (job) send(job);
    });
  }

  // answer shows the page that came back, and leads eyes and ears to what is new.
  function answer(page, ok, job) {
    var typed = "text" in job, place = job.place;
    var problem = page.getElementById("problem");
    if (!page.getElementById("log")) { // not a conversation: one sentence
      say(problem ? problem.textContent : body.dataset.offline, "notice");
      return;
    }
    say("");
    var changed = put(page);
    if (!ok) return;
    if (typed && field.value.trim() === job.text.trim()) { field.value = ""; grow(); }
    var anchor = one("latest");
    var newest = anchor && anchor.parentNode;
    if (one("popup") || !newest) return;
    if (typed) {
      one("heard").textContent = "";
      changed.forEach(function (m) {
        if (m.classList.contains("own")) return;
        var words = m.querySelector(".text").cloneNode(true); // with the marks of other languages
        words.className = "";
        words.lang = m.lang;
        Array.from(words.querySelectorAll("a")).forEach(function (a) { a.removeAttribute("href"); });
        one("heard").appendChild(words);
      });
    } else if (changed.length) {
      var same = newest.id === place.id && newest;
      var buttons = same ? same.querySelectorAll(".button") : [];
      if (same && same.querySelector(".text").innerHTML === place.text && buttons.length === place.of) {
        buttons[place.n].focus(); // a box was ticked: stay on it
        return;
      }
      newest.focus({ preventScroll: true });
    }
    var calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    newest.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }

  // where says which button of which message was pressed.
  function where(button) {
    var m = button && button.closest("article");
    if (!m) return {};
    var all = Array.from(m.querySelectorAll(".button"));
    return { id: m.id, n: all.indexOf(button), of: all.length, text: m.querySelector(".text").innerHTML };
  }

  var pressed = null; // older browsers don't say which button sent a form
  document.addEventListener("click", function (e) {
    pressed = e.target.closest ? e.target.closest("button") : null;
    var skip = e.target.closest && e.target.closest(".skip");
    if (skip && one("latest")) { // an address with # would be one more step in the history
      e.preventDefault();
      one("latest").parentNode.focus();
    }
  }, true);
  document.addEventListener("submit", function (e) {
    var form = e.target;
    if (form.className === "leaving") return;
    e.preventDefault();
    if (form.closest("dialog")) { form.closest("dialog").close(); return; }
    if (form.id === "say" && !field.value.trim()) { field.focus(); return; }
    post(form, e.submitter || pressed);
  });

  function grow() {
    field.style.height = "auto";
    field.style.height = Math.min(field.scrollHeight + 4, innerHeight / 3) + "px";
  }
  field.addEventListener("input", grow);
  field.addEventListener("keydown", function (e) {
    if (e.key !== "Enter" || e.shiftKey || e.isComposing || !field.value.trim()) return;
    e.preventDefault();
    post(one("say"), null);
  });
  box();
})();
