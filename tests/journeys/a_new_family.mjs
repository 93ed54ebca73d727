// A social worker opens a file for a family that has none and puts her colleagues on it, all from the first page and by the pages alone. Each of them
// signs in and finds what is theirs; a stranger finds nothing; whoever is taken off finds nothing any more.
import { answerDay, inDays, journey, today } from './support/site.mjs';

/** Presses Tab until a field of this name, or a button or link with these words, has the focus. */
async function tabTo(page, what, most = 80) {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(wanted => { const one = document.activeElement; return one?.name === wanted || one?.innerText?.trim() === wanted; }, what)) return true;
  }
  return false;
}

await journey(1, async ({ checks, signIn, names }) => {
  checks.hold('the greeting names everybody', Object.keys(names).length === 11, JSON.stringify(Object.keys(names)));

  // 1. A file is opened: its opener stands on it, and is told what comes next.
  const worker = await signIn('social.worker');
  const { page } = worker;
  await worker.click('a:has-text("Families")');
  await worker.click('a:has-text("Open a new file")');
  await page.fill('#reference', 'RMB-NEW-7');
  await worker.press('Open the file');
  const file = new URL(page.url()).pathname;
  checks.hold('a new file says what to do next', /Say who this family is/.test(await worker.text()) && /Not said yet/.test(await worker.text()));
  await worker.go(`${file}/people`);
  checks.hold('its opener stands on it', (await worker.text()).includes(names['social.worker']));
  await worker.go(file);

  // 2. The family, one after the other, each time back to what is left to say.
  const child = async (name, born) => {
    await worker.click('a:has-text("The children")');
    await page.fill('#name', name);
    await answerDay(page, 'born', inDays(born));
    await worker.press('Put on file');
  };
  await child('Ivo Lumley', -3000);
  await worker.passingBy(() => child('Tess Lumley', -1200));
  checks.hold('both children stand there', /Ivo Lumley[\s\S]*Tess Lumley/.test(await worker.text()) && /2 on file/.test(await worker.text()));
  await worker.passingBy(async () => {
    await worker.click('a:has-text("Their parents, carers")');
    await page.fill('#name', 'Orla Lumley');
    await worker.press('Put on file');
  });
  await worker.click('a:has-text("Who they are to each child")');
  for (const box of await page.locator('input[name=about]').all()) await box.check();
  await page.selectOption('#person', { label: 'Orla Lumley' });
  await page.check('input[name=relation][value=mother]');
  await worker.passingBy(() => worker.press('Put on file'));
  await worker.click('a:has-text("Your own work")');
  checks.hold('what is known is filled in', await page.locator('input[name=about]:checked').count() === 2 && await page.isChecked('input[name=agency][value=childrens_social_care]'));
  await page.check('input[name=direct_contact][value=yes]');
  await worker.passingBy(() => worker.press('Put on file'));
  checks.hold('her own work is said', /Your own work with the children[\s\S]*1 on file/.test(await worker.text()));

  // 3. Colleagues: the first by keyboard alone, found by role. The search leaves nothing in the address.
  await worker.click('a:has-text("Colleagues and practitioners")');
  checks.hold('the search can be reached', await tabTo(page, 'search'));
  await page.keyboard.type('team manager');
  await page.keyboard.press('Enter');
  await page.waitForURL(/found=/);
  await worker.look();
  checks.hold('no word of the search stands in the address', !/manager/.test(page.url()), page.url());
  checks.hold('the choice can be reached', await tabTo(page, 'colleague'));
  await page.keyboard.press('Space');
  while (!(await page.evaluate(() => document.activeElement.labels[0].innerText)).includes(names['team.manager'])) await page.keyboard.press('ArrowDown');
  checks.hold('the button can be reached', await tabTo(page, 'Put on file'));
  await Promise.all([page.waitForURL(url => url.pathname === file), page.keyboard.press('Enter')]);
  await worker.look();
  const put = async (who, words) => {
    await worker.passingBy(async () => {
      await worker.click('a:has-text("Colleagues and practitioners")');
      await page.fill('#search', words);
      await worker.press('Search');
    });
    await page.check(`.govuk-radios__item:has-text("${names[who]}") input`);
    await worker.press('Put on file');
  };
  await put('chair', 'chair');
  checks.hold('who sees nothing yet is said plainly', /They see nothing of the family yet/.test(await worker.text()));
  await worker.click('a:has-text("Go on")');
  await put('administrator', names.administrator);
  checks.hold('three colleagues are on file', /Colleagues and practitioners[\s\S]*3 on file/.test(await worker.text()));
  await worker.passingBy(async () => {
    await worker.click('a:has-text("Colleagues and practitioners")');
    await worker.press('Search');
  });
  checks.hold('who is on file cannot be chosen again', await page.locator(`.govuk-radios__item:has-text("${names.chair}")`).count() === 0 && new RegExp(`On this file already: .*${names.chair}`).test(await worker.text()));
  await worker.press('Put on file');
  checks.hold('choosing nobody is said beside the choice', /There is a problem/.test(await worker.text()) && /Choose somebody from the list/.test(await worker.text()));

  // 4. The work begins, and a conference names its chair.
  await worker.go(file);
  await worker.click('a:has-text("The strategy discussion")');
  for (const box of await page.locator('input[name=about]').all()) await box.check();
  await answerDay(page, 'happened', today);
  await page.check('input[name=began_enquiry][value=yes]');
  await worker.press('Put on file');
  await worker.go(file);
  checks.hold('only what is still missing is asked for, and the time limit stands there', !/Say who this family is/.test(await worker.text()) && /15 working days/.test(await page.content()));
  const chair = await signIn('chair', 'passing by');
  const opens = async person => (await person.page.goto(person.address + file)).status() === 200 && /Ivo/.test(await person.text());
  checks.hold('the chair sees nothing before a conference names her', !(await opens(chair)));
  await worker.go(`${file}/record/conference`);
  for (const box of await page.locator('input[name=about]').all()) await box.check();
  await page.check('input[name=kind][value=initial]');
  await answerDay(page, 'starts', inDays(14));
  await page.fill('#starts-time', '10:00');
  await page.fill('#place', 'Riverside House');
  await page.check('input[name=parts][value=open_part]');
  await page.selectOption('#chair', { label: `${names.chair}, Conference chair` });
  await worker.press('Put on file');

  // 5. Each of them finds what is theirs, a stranger nothing.
  for (const name of ['team.manager', 'administrator', 'unit.manager']) {
    const person = await signIn(name, 'passing by');
    await person.go(`/files?search=RMB-NEW-7`);
    checks.hold(`${name} finds the family`, /Ivo/.test(await person.text()), await person.text());
    await person.click('tbody a');
    checks.hold(`${name} opens it`, /Tess Lumley/.test(await person.text()));
  }
  await chair.go('/files?search=RMB-NEW-7');
  checks.hold('the chair finds the family now', /Ivo/.test(await chair.text()) && await opens(chair));
  const stranger = await signIn('health.visitor', 'passing by');
  await stranger.go('/files?search=RMB-NEW-7');
  checks.hold('a stranger with an account finds nothing', !/Ivo/.test(await stranger.text()) && !(await opens(stranger)));

  // 6. The team manager goes: taken off by a page, he finds nothing any more.
  const manager = await signIn('team.manager', 'passing by');
  checks.hold('the manager opens it until then', await opens(manager));
  await worker.go(`${file}/people`);
  await worker.click(`tr:has-text("${names['team.manager']}") a:has-text("Take off")`);
  await worker.press('Take off this file');
  checks.hold('the page says so', new RegExp(`${names['team.manager']}[\\s\\S]*Worked with .* until`).test(await worker.text()), await worker.text());
  checks.hold('and the manager finds nothing any more', !(await opens(manager)));

  // 7. Who has an account.
  const unit = await signIn('unit.manager', 'passing by');
  await unit.click('nav a:has-text("People")');
  await unit.page.fill('#search', 'midwife');
  await unit.press('Search');
  checks.hold('the unit manager sees who has an account', /Midwife/.test(await unit.text()) && !/midwife/.test(unit.page.url()));
  checks.hold('families are nobody’s colleagues', !(await unit.text()).includes(names.mother));
});
