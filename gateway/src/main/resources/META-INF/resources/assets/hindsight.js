// Says in words when a part of a page could not be fetched; everything else works without this file.
(() => {
  "use strict";
  const trouble = () => document.getElementById("trouble");

  const say = (text) => {
    const place = trouble();
    place.textContent = text;
    place.hidden = text === "";
  };

  const explain = (request) => {
    try {
      const problem = JSON.parse(request.responseText);
      return [problem.title, problem.detail].filter(Boolean).join(". ");
    } catch {
      return "The answer could not be read. Try again.";
    }
  };

  document.addEventListener("htmx:beforeRequest", () => say(""));
  document.addEventListener("htmx:responseError", (event) => say(explain(event.detail.xhr)));
  document.addEventListener("htmx:sendError", () => say("This host could not be reached. Check the connection and try again."));
  document.addEventListener("htmx:timeout", () => say("The answer took too long. Try again."));
})();
