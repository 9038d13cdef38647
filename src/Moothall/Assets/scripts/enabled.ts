// Tells the style sheet, before anything is drawn, that scripts run here. A file of its own because the
// content security policy allows no script inside a page.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
