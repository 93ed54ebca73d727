// The eight steps, as the people of one family's conference take them: from signing in to each person's copy and the list of what is due.
import { answerDay, inDays, journey, today } from './support/site.mjs';

const everyone = ['social.worker', 'team.manager', 'chair', 'administrator', 'unit.manager', 'health.visitor', 'school', 'police', 'mother', 'father', 'young.person'];

await journey(12, async ({ checks, signIn }) => {
  // 1. Everyone signs in.
  for (const name of everyone) {
    const person = await signIn(name);
    checks.hold(`${name} is signed in`, (await person.text()).includes('Sign out'));
    await person.page.context().close();
  }

  // 2. A family's file.
  const worker = await signIn('social.worker');
  await worker.go('/files?search=RMB-0202');
  await worker.click('tbody a');
  const file = new URL(worker.page.url()).pathname;
  checks.hold('one look tells where each child is', /Amy Hartley/.test(await worker.text()) && /Conference called/.test(await worker.text()));
  for (const part of ['/people', '/chronology', '/conferences', '/record']) await worker.go(file + part);

  // …and a new one: opened, and its first child introduced.
  await worker.go('/files/new');
  await worker.page.fill('#reference', 'RMB-NEW-1');
  await worker.press('Open the file');
  await worker.click('a:has-text("The children")');
  await worker.page.fill('#name', 'Wren Alder');
  await answerDay(worker.page, 'born', inDays(-3000));
  await worker.press('Put on file');
  checks.hold('a new family has its first child', (await worker.text()).includes('Wren Alder'));

  // 3. A strategy discussion: what cannot be is refused beside its question, and nothing typed is lost.
  await worker.go(`${file}/record/strategy_discussion`);
  await worker.press('Put on file');
  checks.hold('an empty form says what is missing', /There is a problem/.test(await worker.text()));
  await worker.page.fill('#concerns', 'Words that must not be lost.');
  await answerDay(worker.page, 'happened', inDays(3));
  await worker.page.check('input[name=began_enquiry][value=yes]');
  await worker.page.check('input[name=about] >> nth=0');
  await worker.press('Put on file');
  checks.hold('a day still to come is refused', /still to come/.test(await worker.text()));
  checks.hold('nothing typed is lost', await worker.page.inputValue('#concerns') === 'Words that must not be lost.');
  await answerDay(worker.page, 'happened', today);
  await worker.press('Put on file');
  checks.hold('a strategy discussion is on file', /is on file/.test(await worker.text()));
  await worker.go(file);
  checks.hold('the date of the conference explains itself', /15 working days after the strategy discussion/.test(await worker.page.content()));

  // 4. and 5. The conference as it is prepared: who is asked, what they wrote.
  const chair = await signIn('chair');
  await chair.go(file + '/conferences');
  const conference = await chair.page.locator('a[href*="/conferences/"]').evaluateAll(links => links.map(one => one.getAttribute('href')).find(href => /conferences\/[a-z0-9]{20}$/.test(href)));
  await chair.go(conference);
  await chair.go(`${conference}/invite`);
  await chair.go(conference);
  await chair.click('a[href*="/reports/"]');
  checks.hold('a report stands as statements', /Fact|Observation|Opinion/.test(await chair.text()));

  // 6. The day itself.
  await chair.go(`${conference}/day`);
  const everybodyIsHere = async () => {
    for (const box of await chair.page.locator('form:has(button:text-is("Put on the list")) input[type=checkbox]').all()) await box.check();
    await chair.press('Put on the list');
  };
  await everybodyIsHere();
  checks.hold('the chair can be on the list', /Who is here in this part[\s\S]*Conference chair/.test(await chair.text()));
  checks.hold('the conference is quorate', /Quorate/.test(await chair.text()), (await chair.text()).match(/May the conference[\s\S]{0,300}/)?.[0]);
  checks.hold('no child is ticked before anything was said', await chair.page.locator('#say input[name=about]:checked').count() === 0);
  await chair.page.fill('#statement-words', 'Amy makes breakfast for the little ones every day.');
  await chair.press('Add');
  checks.hold('what was missed is said on the board itself', /There is a problem/.test(await chair.text()) && /Board: Open part/.test(await chair.text()));
  checks.hold('with the words still there', await chair.page.inputValue('#statement-words') === 'Amy makes breakfast for the little ones every day.');
  await chair.page.locator('#say').getByLabel('Amy Hartley').check();
  await chair.page.check('input[name=kind][value=fact]');
  await chair.page.check('input[name=heading][value=worries]');
  await chair.press('Add');
  checks.hold('what was said stands on the board', (await chair.text()).includes('Amy makes breakfast'));
  await chair.go(`${conference}/day?part=professionals_part`);
  checks.hold('a part without a list asks for it first', /Nobody is on the list of this part yet/.test(await chair.text()) && await chair.page.locator('#say').count() === 0);
  await everybodyIsHere();
  await chair.page.locator('#say').getByLabel('Amy Hartley').check();
  await chair.page.fill('#statement-words', 'A thing for practitioners alone.');
  await chair.page.check('input[name=kind][value=hearsay]');
  await chair.page.check('input[name=heading][value=worries]');
  await chair.press('Add');
  await chair.go(`${conference}/room`);
  checks.hold('the room does not show what practitioners said alone', !(await chair.text()).includes('practitioners alone'));

  await chair.go(`${conference}/decision`);
  checks.hold('the plan comes before the decision', /no outline plan for Amy/.test(await chair.text()));
  await chair.click('text=Write the outline plan for Amy');
  const writePlan = async () => {
    await chair.page.fill('#change_needed', 'Amy goes to school every day and is not the one who cares for the others.');
    await chair.page.fill('#contingency', 'The core group meets within two days.');
    if (await chair.page.locator('#happened-day').count()) await answerDay(chair.page, 'happened', today);
    await chair.press('Put on file');
  };
  /** The practitioners' views, then a plan for the child whose page is open. */
  const decide = async () => {
    for (const yes of await chair.page.locator('input[name^=view-][value=needed]').all()) await yes.check();
    await chair.press('Put these views on file');
    await chair.page.check('input[name=outcome][value=plan]');
    await chair.page.check('input[name=category][value=neglect]');
    await chair.page.fill('#reasons', 'The harm is likely to go on.');
    await chair.page.selectOption('select[name=lead_social_worker]', { index: 1 });
    for (const at of [0, 1]) await chair.page.locator('input[name=core_group]').nth(at).check();
    await answerDay(chair.page, 'review_on', inDays(70));
    if (await chair.page.locator('#happened-day').count()) {
      await answerDay(chair.page, 'happened', today);
      await chair.page.fill('#happened-time', '00:01');
    }
    await chair.press('Put the decision on file');
    // The day of the review may be one on which nobody works: said before anything is on file.
    if (await chair.page.getByRole('button', { name: 'Confirm the decision', exact: true }).count()) await chair.press('Confirm the decision');
  };
  const addAction = async () => {
    await chair.click('text=Add an action');
    await chair.page.selectOption('select[name=who]', { index: 1 });
    await chair.page.fill('#what', 'Fetch Amy on Monday and Thursday.');
    await answerDay(chair.page, 'by', inDays(14));
    await chair.page.fill('#how_we_will_know', 'The register of the school.');
    await chair.press('Put on file');
  };
  await writePlan();
  await chair.go(`${conference}/decision`);
  checks.hold('with its plan, Amy can be decided for', !/no outline plan for Amy/.test(await chair.text()));
  checks.hold('a plan says who does what', /No action stands in it yet/.test(await chair.text()));
  await addAction();
  await chair.go(`${conference}/decision`);
  checks.hold('each practitioner is asked before the chair decides', await chair.page.locator('button:text-is("Put the decision on file")').count() === 0);
  await decide();
  const children = await chair.page.locator('nav[aria-label=Children] a').evaluateAll(links => links.map(one => one.getAttribute('href')));

  // Half done, the record does not go.
  await chair.go(`${conference}/copies`);
  await chair.click('table:has-text("Record") tr:has-text("Kelly Hartley") a');
  checks.hold('what is open is said, and the record cannot be released', /Questions still open/.test(await chair.text()) && await chair.page.locator('button:has-text("release this copy")').count() === 0);
  checks.hold('nobody has signed it', !/Signed for the conference/.test(await chair.text()));
  await chair.passingBy(async () => {
    for (const child of children.slice(1)) {
      await chair.go(child);
      await chair.click('text=Write the outline plan for');
      await writePlan();
      await chair.go(child);
      await addAction();
      await chair.go(child);
      await decide();
    }
  });
  await chair.go(file);
  checks.hold('Amy is on a plan', /Child protection plan/.test(await chair.text()), (await chair.text()).slice(0, 500));

  // 7. Each person's copy.
  await chair.go(`${conference}/copies`);
  const mothers = await chair.page.locator('table:has(caption:text-is("Record of the conference")) tr:has-text("Mother") a, table:has-text("Record") tr:has-text("Kelly Hartley") a').first().getAttribute('href');
  await chair.go(mothers);
  checks.hold('her copy holds what she heard', (await chair.text()).includes('Amy makes breakfast'));
  checks.hold('her copy holds nothing of the professionals', !(await chair.text()).includes('practitioners alone'));
  await chair.press('Sign and release this copy');
  checks.hold('released, it says who signed it and when', /Signed for the conference: .+, chair, on/.test(await chair.text()));
  await chair.press('Send this copy');
  const mother = await signIn('mother');
  checks.hold('after it, what is new to read comes first', /You have something new to read/.test(await mother.text()) && !/will talk about/.test(await mother.text()));
  await mother.click('text=Everything about this conference');
  await mother.click('a[href$="/documents/record"]');
  checks.hold('she reads her own copy', (await mother.text()).includes('Amy makes breakfast'));
  checks.hold('and nothing else', !(await mother.text()).includes('practitioners alone'));
  const pdf = await mother.page.request.get(mother.page.url() + '/pdf');
  checks.hold('as a PDF too', (await pdf.body()).subarray(0, 5).toString() === '%PDF-');
  await mother.go(file + '/conferences');
  checks.hold('a page of the staff takes her to her own', /^\/conference\//.test(new URL(mother.page.url()).pathname) && !(await mother.text()).includes('practitioners alone'));
  // Something is added after her copy was sent.
  await chair.go(`${conference}/day?part=open_part`);
  for (const box of await chair.page.locator('#say input[name=about]').all()) await box.uncheck();
  await chair.page.locator('#say').getByLabel('Amy Hartley').check();
  await chair.page.fill('#statement-words', 'Amy helps Ben with his shoes.');
  await chair.page.check('input[name=kind][value=fact]');
  await chair.page.check('input[name=heading][value=worries]');
  await chair.press('Add');
  await mother.click('a[href$="/documents/record"]');
  checks.hold('what she was sent stays readable while the next is looked at', (await mother.text()).includes('Amy makes breakfast') && /a corrected one is coming/.test(await mother.text()));

  // 8. What is due.
  await worker.go('/?whose=everyone');
  checks.hold('what is due says by when and why', /Why this day/.test(await worker.text()));
});
