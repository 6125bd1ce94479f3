/* Search suggestions, keyboard shortcuts and the browser's colour preference. No library. */
(function () {
  "use strict";

  if (!/(^|; )asta-scheme=/.test(document.cookie)) {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    document.cookie = "asta-scheme=" + (dark ? "dark" : "light") + ";path=/;max-age=31536000;SameSite=Lax";
    if (dark) location.reload();
  }

  document.addEventListener("DOMContentLoaded", function () {
    markCurrentPage();
    const input = document.getElementById("global-search");
    if (input) suggestions(input);
    const help = document.getElementById("help");
    if (help) shortcuts(input, help);
  });

  addEventListener("load", function () {
    document.documentElement.classList.add("ready");
    reachScrollers();
    addEventListener("resize", reachScrollers);
    if (window.jQuery) window.jQuery(document).on("pfAjaxComplete", reachScrollers);
  });

  /* What scrolls sideways in a narrow window can be scrolled with the keyboard. */
  function reachScrollers() {
    document.querySelectorAll(".ui-datatable-tablewrapper, main .card").forEach(function (box) {
      if (box.hasAttribute("tabindex") && !box.dataset.scroller) return;
      if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "visible") {
        box.tabIndex = 0;
        box.dataset.scroller = "yes";
      } else if (box.dataset.scroller) {
        box.removeAttribute("tabindex");
        delete box.dataset.scroller;
      }
    });
  }

  function markCurrentPage() {
    document.querySelectorAll("nav.side a, nav.care-nav a").forEach(function (a) {
      if (new URL(a.href).pathname === location.pathname) a.setAttribute("aria-current", "page");
    });
  }

  function suggestions(input) {
    const list = document.getElementById("global-hits");
    const context = list.dataset.context || "";
    let timer = 0;
    let asked = 0;
    let active = -1;

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function show(hits) {
      list.replaceChildren();
      hits.forEach(function (hit, i) {
        const item = document.createElement("li");
        const title = document.createElement("strong");
        const subtitle = document.createElement("span");
        item.id = "global-hit-" + i;
        item.setAttribute("role", "option");
        item.dataset.path = context + hit.path;
        title.textContent = hit.title;
        subtitle.textContent = hit.subtitle || "";
        item.append(title, subtitle);
        item.addEventListener("mousedown", function () { location.assign(item.dataset.path); });
        list.append(item);
      });
      list.hidden = hits.length === 0;
      active = -1;
      input.setAttribute("aria-expanded", String(hits.length > 0));
    }

    function ask() {
      const number = ++asked;
      const text = input.value.trim();
      if (text.length < 2) return close();
      fetch(list.dataset.search + "?q=" + encodeURIComponent(text), { headers: { Accept: "application/json" } })
        .then(function (r) { return r.ok ? r.json() : []; })
        .then(function (hits) { if (number === asked) show(hits); })
        .catch(close);
    }

    input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(ask, 180); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", function (e) {
      const items = list.children;
      if (e.key === "Escape") return close();
      if (e.key === "Enter" && (list.hidden || active < 0)) {
        e.preventDefault();
        location.assign(context + "/search.xhtml?q=" + encodeURIComponent(input.value.trim()));
      }
      if (list.hidden) return;
      if (e.key === "ArrowDown" || e.key === "ArrowUp") {
        e.preventDefault();
        if (active >= 0) items[active].removeAttribute("aria-selected");
        active = (active + (e.key === "ArrowDown" ? 1 : items.length - 1 + (active < 0 ? 1 : 0))) % items.length;
        items[active].setAttribute("aria-selected", "true");
        input.setAttribute("aria-activedescendant", items[active].id);
      } else if (e.key === "Enter" && active >= 0) {
        e.preventDefault();
        location.assign(items[active].dataset.path);
      }
    });
  }

  function shortcuts(input, help) {
    const store = "asta-keys-off";
    const toggle = document.getElementById("keys-off");
    let going = 0;

    function label() { toggle.textContent = localStorage.getItem(store) ? toggle.dataset.on : toggle.dataset.off; }
    label();
    toggle.addEventListener("click", function () {
      if (localStorage.getItem(store)) localStorage.removeItem(store); else localStorage.setItem(store, "1");
      label();
    });
    document.getElementById("help-close").addEventListener("click", function () { help.close(); });

    function click(selector) {
      const found = document.querySelector(selector);
      if (found) found.click();
      return Boolean(found);
    }

    document.addEventListener("keydown", function (e) {
      if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k") {
        e.preventDefault();
        input.focus();
        input.select();
        return;
      }
      if (localStorage.getItem(store) && !help.open) return;
      if (e.altKey && !e.ctrlKey) {
        const key = e.key.toLowerCase();
        const done = key === "n" ? click("[data-key=new]") : key === "s" ? click("[data-key=save]")
          : /^[1-9]$/.test(key) ? click("main .ui-tabs-nav > li:nth-child(" + key + ") a") : false;
        if (done) e.preventDefault();
        return;
      }
      if (e.ctrlKey || e.metaKey || e.target.closest("input, textarea, select, [contenteditable], [role=combobox]")) return;
      if (going && Date.now() - going < 1500) {
        going = 0;
        if (click("nav.side a[data-go='" + CSS.escape(e.key) + "']")) e.preventDefault();
      } else if (e.key === "g") {
        going = Date.now();
      } else if (e.key === "/") {
        const filter = document.querySelector("main [data-key=filter] input, main input[data-key=filter], main .toolbar input:not([type=hidden])");
        (filter || input).focus();
        e.preventDefault();
      } else if (e.key === "?") {
        help.showModal();
      }
    });
  }
})();
