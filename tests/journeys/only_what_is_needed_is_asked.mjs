// A question that follows from other answers: hidden until they bring it up, with its words kept; and without scripts in sight, with its reason.
import { journey } from './support/site.mjs';

await journey(12, async ({ checks, signIn }) => {
  const worker = await signIn('social.worker');
  const { page } = worker;
  await worker.go('/files?search=RMB-0202');
  await worker.click('tbody a');
  const file = new URL(page.url()).pathname;
  const seen = what => page.locator(what).first().isVisible();

  // One answer that brings up one question: beneath it, as the component has it.
  await worker.go(`${file}/record/visit`);
  checks.hold('what does not follow is not shown', !await seen('#others'));
  await page.getByRole('group', { name: 'Was the child seen alone?' }).getByLabel('No', { exact: true }).check();
  checks.hold('what follows is shown', await seen('#others'));
  const no = page.locator('#alone-2');
  checks.hold('a screen reader is told which answer brought it up', await no.getAttribute('aria-controls') === 'conditional-alone-2');
  await worker.look();
  await page.fill('#others', 'Her aunt stayed in the room.');
  await page.locator('#alone').check();
  checks.hold('it goes again with its answer', !await seen('#others'));
  await page.locator('#alone-2').check();
  checks.hold('and its words are still there', await page.inputValue('#others') === 'Her aunt stayed in the room.');

  // Hidden when it is sent: no answer, although words stand in it; and they are not lost where something else is missing.
  await page.locator('#alone').check();
  await worker.press('Put on file');
  checks.hold('what is missing is said', /There is a problem/.test(await worker.text()) && !/does not arise/.test(await worker.text()), await worker.text());
  checks.hold('what was hidden is kept', await page.inputValue('#others') === 'Her aunt stayed in the room.' && !await seen('#others'));
  await page.locator('input[name=about]').first().check();
  await page.locator('input[name=during]').first().check();
  const day = new Date();
  for (const [part, value] of [['day', day.getDate()], ['month', day.getMonth() + 1], ['year', day.getFullYear()]]) await page.fill(`[name=happened-${part}]`, String(value));
  await worker.press('Put on file');
  checks.hold('it goes on file without what was not asked', /Child seen: .* is on file/.test(await worker.text()), await worker.text());

  // Two answers that bring up the same question, and one that brings up several: where they are asked.
  await worker.go(`${file}/record/plan_ended`);
  checks.hold('neither answer is given yet', !await seen('[data-question=consent]'));
  const radios = page.locator('input[name=followed_by]');
  for (let at = 0; at < await radios.count(); at += 1) {
    await radios.nth(at).check();
    const follows = ['child_in_need', 'early_help'].includes(await radios.nth(at).getAttribute('value'));
    checks.hold('shown with either of two answers and with no other', await seen('[data-question=consent]') === follows);
    checks.hold('and named to a screen reader', /asked-consent|consent/.test(await radios.nth(at).getAttribute('aria-controls') ?? '') === follows);
  }
  await worker.look();

  // Without scripts nothing is hidden, and each says when it is needed.
  const plain = await (await page.context().browser().newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })).newPage();
  await plain.goto(page.url().replace('plan_ended', 'visit'));
  checks.hold('without scripts it is in sight', await plain.locator('#others').isVisible());
  checks.hold('and says which answer makes it needed', /Needed if you answer “No” to “Was the child seen alone\?”\./.test(await plain.locator('body').innerText()));
});
