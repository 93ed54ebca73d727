// Nothing typed is lost: while somebody types, when the page is loaded again, without a network, after a time-out, without scripts, and when somebody
// else was faster.
import { journey } from './support/site.mjs';

const saved = '[data-form=kept] [role=status]:has-text("Saved at")';
const says = words => `[data-form=kept] [role=status]:has-text("${words}")`;

await journey(12, async ({ checks, signIn, password }) => {
  const worker = await signIn('social.worker');
  const { page } = worker;
  const context = page.context();
  await worker.go('/files?search=RMB-0202');
  await worker.click('tbody a');
  const file = new URL(page.url()).pathname;
  const form = `${file}/record/strategy_discussion`;
  const words = () => page.inputValue('#concerns');

  // Typed, and kept soon after.
  await worker.go(form);
  await page.evaluate(() => document.addEventListener('input', () => { window.typedAt ??= performance.now(); }));
  await page.locator('#concerns').pressSequentially('The school rang about Ben,');
  await page.locator(saved).waitFor();
  const lost = await page.evaluate(() => performance.getEntriesByType('resource').find(one => one.name.endsWith('/drafts')).startTime - window.typedAt);
  checks.hold('at most 2 seconds of typing could be lost', lost <= 2000, `${Math.round(lost)} ms`);
  await worker.look();
  await page.reload();
  await worker.look();
  checks.hold('what was typed is there again', await words() === 'The school rang about Ben,', await words());
  checks.hold('and the page says what it is', /This is what you had typed by \d\d:\d\d on .*Nobody else has seen it/s.test(await worker.text()));

  // Typed and gone at once, to another page.
  await page.fill('#concerns', 'The school rang about Ben, who');
  const onItsWay = page.waitForEvent('request', request => request.url().endsWith('/drafts'));
  await Promise.all([page.goto(page.url().replace(/\/record.*/, '')), onItsWay]);
  await worker.go('/');
  checks.hold('the front page says what is begun', /What you have begun/.test(await worker.text()));
  await worker.click('a:has-text("Strategy discussion, RMB-0202")');
  checks.hold('a page left at once keeps its last words', await words() === 'The school rang about Ben, who', await words());

  // Without a network.
  await context.setOffline(true);
  await page.fill('#concerns', 'The school rang about Ben, who was not there.');
  await page.locator(says('Not saved: no connection. Your words are still on this page and will be tried again.')).waitFor();
  await worker.look();
  await context.setOffline(false);
  await page.locator(saved).waitFor();
  await page.reload();
  checks.hold('what was typed without a network is kept once it is back', await words() === 'The school rang about Ben, who was not there.', await words());

  // Signed out meanwhile, in another tab.
  const tab = await context.newPage();
  await tab.goto(worker.address);
  await tab.getByRole('button', { name: 'Sign out', exact: true }).click();
  await tab.waitForURL('**/sign-in');
  await page.bringToFront();
  await page.fill('#concerns', 'The school rang about Ben, who was not there on Monday.');
  await page.locator(says('You have been signed out.')).waitFor();
  checks.hold('the way to sign in stands beside it', await page.getByRole('link', { name: /Sign in again/ }).isVisible());
  await worker.look();
  await tab.fill('#name', 'social.worker');
  await tab.fill('#password', password);
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await tab.waitForURL(worker.address + '/');
  await tab.goto(worker.address + form);
  checks.hold('what was typed while signed out is there in the new tab', await tab.inputValue('#concerns') === 'The school rang about Ben, who was not there on Monday.');
  await tab.close();
  await page.locator(saved).waitFor();
  await page.fill('#concerns', 'The school rang about Ben, who was not there on Monday or Tuesday.');
  await page.waitForResponse(answer => answer.url().endsWith('/drafts') && answer.ok());

  // Signed out meanwhile, and sent all the same.
  await page.reload();
  await context.clearCookies({ name: 'confer_session' });
  await page.fill('#concerns', 'The school rang about Ben. He is safe.');
  await worker.press('Put on file');
  checks.hold('the sign-in page says that nothing is lost', /What you typed is kept/.test(await worker.text()));
  await page.fill('#name', 'social.worker');
  await page.fill('#password', password);
  await worker.press('Sign in');
  checks.hold('after signing in, the same form and the same words', new URL(page.url()).pathname === form && await words() === 'The school rang about Ben. He is safe.', page.url());
  await worker.press('Start afresh');
  checks.hold('started afresh, nothing is left', await words() === '' && !/had typed/.test(await worker.text()));

  // Somebody else was faster.
  const manager = await signIn('team.manager');
  await worker.go(`${file}/record`);
  const correct = await page.locator('a[href*="corrects="]').evaluateAll(links => links.map(one => one.getAttribute('href')).find(href => href.includes('/record/strategy_discussion')));
  await worker.go(correct);
  await manager.go(correct);
  await manager.page.fill('#concerns', 'Words of the manager.');
  await manager.press('Put on file');
  await page.fill('#concerns', 'Words of the social worker.');
  await worker.press('Put on file');
  checks.hold('whoever is late sees both', /What changed while you were writing/.test(await worker.text()) && (await worker.text()).includes('Words of the manager.'));
  checks.hold('and her own words are in the form', await words() === 'Words of the social worker.');
  await worker.go('/');
  await worker.click('a:has-text("Strategy discussion, RMB-0202")');
  checks.hold('later too', (await worker.text()).includes('Words of the manager.') && await words() === 'Words of the social worker.');
  await worker.press('Put mine on file');
  checks.hold('hers goes on top of theirs', /is on file/.test(await worker.text()), (await worker.text()).slice(0, 400));
  await worker.go('/');
  checks.hold('and nothing is left unfinished', !/What you have begun/.test(await worker.text()));

  // Without scripts.
  const plain = await (await context.browser().newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(worker.address + '/sign-in?back=' + encodeURIComponent(form));
  await plain.fill('#name', 'social.worker');
  await plain.fill('#password', password);
  await plain.getByRole('button', { name: 'Sign in', exact: true }).click();
  await plain.waitForURL('**' + form);
  await plain.fill('#concerns', 'Typed on an old telephone.');
  await plain.getByRole('button', { name: 'Save and come back later' }).click();
  await plain.waitForURL(worker.address + '/');
  await plain.locator('a:has-text("Strategy discussion, RMB-0202")').click();
  await plain.waitForURL('**' + form);
  checks.hold('without scripts, a button keeps it', await plain.inputValue('#concerns') === 'Typed on an old telephone.');
});
