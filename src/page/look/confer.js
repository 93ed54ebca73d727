// Begins the scripts that improve a page. Pages work without them.
import { initAll } from './govuk-frontend.min.js';

// What an inline script does elsewhere; our policy allows none.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');
initAll();

// The component marks a radio that brings up a question as expanded, which the standard allows for checkboxes alone; the question follows it at once.
const unmark = () => { for (const radio of document.querySelectorAll('[type=radio][aria-expanded]')) radio.removeAttribute('aria-expanded'); };
unmark();
document.addEventListener('click', unmark);
addEventListener('pageshow', unmark);

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

// A question that other answers bring up is hidden until they do. What was typed into it stays, and is kept with the form; the server is told what was
// not asked. Where one choice alone brings it up, the component shows and hides it.
const out_of_sight = '[hidden], .govuk-radios__conditional--hidden, .govuk-checkboxes__conditional--hidden';
for (const form of document.forms) {
  const questions = [...form.querySelectorAll('[data-question]')];
  if (!questions.length) continue;
  const given = name => [...form.elements].filter(field => (field.name === name || field.name === name + '-day') && (field.checked || !/radio|checkbox/.test(field.type)) && !field.closest(out_of_sight))
    .map(field => field.value).filter(Boolean);
  const holds = when => when.all ? when.all.every(holds) : when.any ? when.any.some(holds) : when.not ? !when.not.some(holds)
    : when.is ? given(when.question).includes(when.is) : given(when.question).length > 0;
  const named = when => when.question ? [when] : (when.all ?? when.any ?? when.not).flatMap(named);
  const apart = questions.filter(one => one.dataset.askedWhen).map(one => {
    const when = JSON.parse(one.dataset.askedWhen);
    const triggers = named(when).flatMap(({ question, is }) => [...form.elements].filter(field => field.name === question && field.value === is && /radio|checkbox/.test(field.type)));
    for (const field of triggers) field.setAttribute('aria-controls', `${field.getAttribute('aria-controls') ?? ''} ${one.id}`.trim());
    return { one, when, triggers };
  });
  const show = () => {
    for (const { one, when, triggers } of apart) {
      one.hidden = !holds(when);
      for (const field of triggers) if (field.type === 'checkbox') field.setAttribute('aria-expanded', field.checked && !one.hidden);
    }
  };
  show();
  form.addEventListener('change', show);
  addEventListener('pageshow', show);
  form.addEventListener('formdata', ({ formData }) => {
    for (const one of questions)
      if (one.closest(out_of_sight)) formData.append('form_unasked', one.dataset.question);
  });
}

// A form keeps what is typed into it: soon after a change, when a field is left, and when the page goes away; after a failure, again and again. What the
// server says stands beside its button. Only the account that the form was shown to is given the token of a new session.
const soon = 1500, again = 5000;
for (const form of document.querySelectorAll('[data-form=kept]')) {
  const told = form.querySelector('[role=status]');
  let timer, changed, busy;
  const tell = words => { if (told.textContent !== words) told.textContent = words; };
  const wait = time => { clearTimeout(timer); timer = setTimeout(save, time); };
  const save = async last => {
    timer = clearTimeout(timer);
    if (!changed || (busy && !last)) return;
    changed = false;
    busy = true;
    const body = new URLSearchParams(new FormData(form));
    body.set('form_quiet', 1);
    try {
      const answer = await fetch('/drafts', { method: 'POST', body, keepalive: !!last });
      const token = answer.headers.get('x-form-token');
      if (!/plain/.test(answer.headers.get('content-type'))) throw 0;   // not the server's own sentence
      if (token) for (const field of document.getElementsByName('form_token')) field.value = token;
      tell(await answer.text());
      told.nextSibling.hidden = answer.status !== 401;
      if (!answer.ok) changed = true;
      if (token) wait(0);
      else if (!answer.ok) wait(again);
    } catch {
      changed = true;
      tell(told.dataset.lost);
      wait(again);
    }
    busy = false;
    if (changed && !timer) wait(soon);
  };
  const typed = () => {
    changed = true;
    if (!timer) wait(soon);
  };
  form.addEventListener('input', typed);
  form.addEventListener('change', typed);
  form.addEventListener('focusout', () => save());
  addEventListener('online', () => save());
  addEventListener('focus', () => save());
  addEventListener('pagehide', () => save(true));
  form.parentNode.querySelector('[data-form=afresh]')?.addEventListener('submit', () => {
    clearTimeout(timer);
    changed = false;
  });
}
