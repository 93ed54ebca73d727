// A unit manager's morning: what is late and whose, the figures, a family whose name is typed without its accents, and the rule behind a date.
import { journey } from './support/site.mjs';

await journey(60, async ({ checks, signIn }) => {
  const manager = await signIn('unit.manager');
  const { page } = manager;
  const count = async words => Number((await page.locator('.moj-sub-navigation').innerText()).match(new RegExp(`${words} \\((\\d+)\\)`))?.[1] ?? -1);

  // 1. What is due. Nothing is hers alone to do, so everyone's stands there.
  checks.hold('the list begins with what is late', /Late \(\d+\)/.test(await manager.text()));
  const all = await count('Everyone’s');
  checks.hold('everyone’s is counted', all > 50, `${all}`);
  const shown = await page.locator('.confer-line--due').count();
  checks.hold('a page holds fifty lines', shown === 50, `${shown}`);
  checks.hold('each line has at most one button', await page.locator('.confer-line__act').evaluateAll(acts => acts.every(one => one.querySelectorAll('a, button').length <= 1)));
  checks.hold('no line tells a reason until it is asked', await page.locator('.confer-why[open]').count() === 0);
  await page.locator('.confer-why summary').first().click();
  await manager.look();
  checks.hold('a date opens to its reason', /(after|before) the .* Whose duty/s.test(await page.locator('.confer-why[open]').first().innerText()));

  // 2. One kind of thing, kept over the pages.
  await page.selectOption('#kind', 'record_sent');
  await manager.press('Show');
  checks.hold('the choice stands in the address', /whose=everyone/.test(page.url()) && /kind=record_sent/.test(page.url()), page.url());
  const kinds = await page.locator('.confer-line__what').allInnerTexts();
  checks.hold('only that kind is shown', kinds.length > 0 && kinds.every(one => one.startsWith('Record of the conference')), kinds.join('; '));
  await manager.go('/?whose=everyone&page=2');
  checks.hold('the second page goes on', /51 to /.test(await manager.text()));
  await manager.go('/?whose=everyone&page=999');
  checks.hold('a page that is not there says so', /nothing on this page/.test(await manager.text()));

  // 3. A reason leads to the rule.
  await manager.go('/?whose=everyone&kind=initial_conference');
  await page.locator('.confer-why summary').first().click();
  await manager.click('.confer-why a:has-text("The rule in our procedure")');
  checks.hold('the rule is found in the procedure', /#limit-initial_conference$/.test(page.url()) && await page.locator('#limit-initial_conference').isVisible(), page.url());
  checks.hold('its source stands beside it', /Rotherham Safeguarding Children Partnership/.test(await page.locator('#limit-initial_conference').innerText()));

  // 4. The figures.
  await manager.click('a:has-text("Figures")');
  const figures = await manager.text();
  for (const heading of ['Conferences held within the limit', 'By team', 'By chair', 'Reports by agency', 'Late now, by whose duty it is', 'Limits that were left, and why'])
    checks.hold(`the figures tell: ${heading}`, figures.includes(heading));
  checks.hold('every plot has a table', await page.locator('svg.confer-plot').count() <= await page.locator('table').count());
  checks.hold('teams are named', /(Alder|Birch|Cedar|Damson) team/.test(figures));

  // 5. A family, found without accents, by a search that leaves no name in the address.
  await manager.click('a:has-text("Families")');
  await page.fill('#search', 'RMB-0202');
  await manager.press('Search');
  const amy = page.locator('.confer-child-line').first();
  checks.hold('one family has this reference', await page.locator('.confer-stacks tbody tr').count() === 1);
  const name = (await amy.innerText()).split(',')[0];
  await page.fill('#search', name.toUpperCase().replace('A', 'Á'));
  await manager.press('Search');
  checks.hold('capitals and accents make no difference', await page.locator('.confer-stacks tbody tr').count() >= 1);
  checks.hold('no name stands in the address', !page.url().toLowerCase().includes(name.toLowerCase()) && /found=/.test(page.url()), page.url());
  await page.fill('#search', 'Nobody-of-this-name');
  await manager.press('Search');
  checks.hold('nothing found is said with what to try', /No family that you may know of/.test(await manager.text()) && /Try one name alone/.test(await manager.text()));
  await manager.go('/files?order=last_changed&page=2');

  // 6. One button: a social worker calls the conference that is due, with all filled in that is known.
  const worker = await signIn('social.worker');
  await worker.go('/?whose=team');
  await worker.go('/?whose=mine');
  const act = worker.page.locator('.confer-line__act a').first();
  if (await act.count()) {
    await act.click();
    await worker.page.waitForLoadState();
    await worker.look();
    checks.hold('the button leads to where it is done', /\/(record|conferences)\//.test(worker.page.url()), worker.page.url());
  }
  await worker.go('/figures');
  checks.hold('figures are not found by others', /cannot be found|not found/i.test(await worker.text()));

  // 7. Families read the same procedure; practitioners begin with their conferences.
  const mother = await signIn('mother');
  await mother.go('/procedure');
  checks.hold('a parent can leave the page in a hurry', /Exit this page/.test(await mother.text()));
  const visitor = await signIn('health.visitor');
  checks.hold('a practitioner begins with today’s conference', /Your conferences/.test(await visitor.text()) && /Today and ahead/.test(await visitor.text()));
  await visitor.click('.confer-line__button');
  checks.hold('and opens it, spoken to as a practitioner', /\/conference\//.test(visitor.page.url()) && /What is asked of you/.test(await visitor.text()), visitor.page.url());
});
