// A person who uses no mouse: signs in, finds a family, opens a reason, puts a statement on the board.
import { journey } from './support/site.mjs';

/** Presses Tab until what has the focus says this, at most so often. */
async function tabTo(page, words, most = 80) {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one?.matches('a, button, input, select, textarea, summary')) return '';   // a frame that scrolls is a stop too
      return `${one?.innerText ?? ''} ${one?.labels?.[0]?.innerText ?? ''} ${one?.id ?? ''}`;
    });
    if (said.includes(words)) return true;
  }
  return false;
}

await journey(12, async ({ checks, signIn, password }) => {
  const person = await signIn('chair', 'keyboard');
  const { page } = person;
  await page.keyboard.press('Tab');
  checks.hold('the first stop passes the navigation by', /Skip to/.test(await page.evaluate(() => document.activeElement.innerText)));
  checks.hold('the name can be reached', await tabTo(page, 'name'));
  await page.keyboard.type('chair');
  checks.hold('the password can be reached', await tabTo(page, 'Password'));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(url => !url.pathname.includes('sign-in'));
  await person.look();
  checks.hold('the families can be reached', await tabTo(page, 'Families'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/files$/);
  checks.hold('the search can be reached', await tabTo(page, 'Search by name'));
  await page.keyboard.type('RMB-0202');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search=RMB-0202/);
  checks.hold('the family can be reached', await tabTo(page, 'RMB-0202'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/files\/[a-z0-9]{20}$/);
  await person.look();
  checks.hold('the reason of a date can be reached', await tabTo(page, 'Why this day'));
  await page.keyboard.press('Enter');
  checks.hold('and opens', await page.evaluate(() => document.activeElement.closest('details').open));
});
