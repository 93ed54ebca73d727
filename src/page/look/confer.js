// Begins the scripts that improve a page. Pages work without them.
import { initAll } from './govuk-frontend.min.js';

// What an inline script does elsewhere; our policy allows none.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');
initAll();

// In a form that is filled in again and again, Enter sends it and Shift with Enter begins a new line.
for (const box of document.querySelectorAll('.confer-quick textarea'))
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    box.form.requestSubmit();
  });

// A page that brings itself up to date, such as the screen in the room. When it is no longer answered as before (signed out), it is taken away.
const living = document.querySelector('[data-refresh-seconds]');
if (living)
  setInterval(async () => {
    try {
      const answer = await fetch(location.href);
      const next = answer.ok && !answer.redirected && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-refresh-seconds]');
      if (next) living.replaceChildren(...next.childNodes);
      else location.reload();
    } catch {
      // The network is away for a moment: what is shown stays until it is back.
    }
  }, Number(living.dataset.refreshSeconds) * 1000);
