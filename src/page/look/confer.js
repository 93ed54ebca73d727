// Begins the scripts that improve a page. Pages work without them.
import { initAll } from './govuk-frontend.min.js';

// What an inline script does elsewhere; our policy allows none.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');
initAll();
