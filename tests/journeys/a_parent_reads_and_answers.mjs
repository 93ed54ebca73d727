// A parent reads what is written about her children and answers, a young person says how he or she wants to be heard, and those who run the
// conference find it; then the pages of the family's file that hang on it.
import { journey } from './support/site.mjs';

await journey(12, async ({ checks, signIn }) => {
  // 1. Her conference, and a line that is wrong. She chooses who may read what she writes.
  const mother = await signIn('mother');
  await mother.click('text=Who comes, and the reports you may read');
  const conference = new URL(mother.page.url()).pathname;
  checks.hold('she is told that she need not agree', /You do not have to agree/.test(await mother.text()));
  await mother.click('a:has-text("This is wrong")');
  await mother.press('Send it');
  checks.hold('an empty form says which question', /What is wrong with it\? Answer this question/.test(await mother.text()));
  await mother.page.fill('#words', 'Words for everyone who reads the line.');
  await mother.page.check('input[name=tells_where][value=no]');
  await mother.page.check('input[name=audience][value=challenge]');
  await mother.press('Send it');
  checks.hold('that it is sent is said at the top', /It is sent\./.test(await mother.text()));
  checks.hold('what she wrote stands beneath the line', /You say that this is wrong: Words for everyone/.test(await mother.text()));
  await mother.click('a:has-text("This is wrong")');
  await mother.page.fill('#words', 'Words for the social worker alone.');
  await mother.page.check('input[name=tells_where][value=no]');
  await mother.page.check('input[name=audience][value=family_words]');
  await mother.press('Send it');

  // 2. Her own words, and what she needs.
  await mother.go(`${conference}/write/own_words`);
  await mother.page.fill('#words', 'I want them to be safe and I want to be asked.');
  await mother.page.check('input[name=tells_where][value=no]');
  await mother.page.check('input[name=audience][value=words_to_practitioners]');
  await mother.page.getByRole('button', { name: /Send it/ }).click();
  await mother.go(`${conference}/write/taking_part`);
  await mother.page.fill('#travel', 'The bus fare');
  await mother.page.getByRole('button', { name: /Send it/ }).click();
  await mother.page.waitForLoadState();
  await mother.look();
  checks.hold('she reads her own words again', /I want to be asked/.test(await mother.text()) && /The bus fare/.test(await mother.text()));

  // 3. A young person.
  const young = await signIn('young.person');
  await young.click('text=Who comes, and the reports you may read');
  await young.click('#being_heard ~ p a');
  await young.page.check('input[name=ways][value=letter]');
  await young.page.getByRole('button', { name: /Send it/ }).click();
  await young.page.waitForLoadState();
  await young.look();
  checks.hold('a young person is not spoken to as a parent', !/What will be asked of you|No report has been shared/.test(await young.text()));
  checks.hold('a young person chooses how to be heard', /I write a letter/.test(await young.text()));
  checks.hold('and reads nothing of what her mother wrote', !/I want to be asked/.test(await young.text()));

  // 4. The other parent reads his own conference, and none of what was not for him.
  const father = await signIn('father');
  await father.click('text=Who comes, and the reports you may read');
  for (const kept of ['Words for the social worker alone', 'I want to be asked', 'The bus fare']) checks.hold(`the father does not read "${kept}"`, !(await father.text()).includes(kept));

  // 5. Those who run the conference find it all in one place.
  const chair = await signIn('chair');
  await chair.go('/files?search=RMB-0202');
  await chair.click('tbody a');
  const file = new URL(chair.page.url()).pathname;
  await chair.go(conference.replace('/conference/', '/files/').replace(/\/([^/]+)$/, '/conferences/$1'));
  for (const found of ['Words for everyone who reads the line', 'Words for the social worker alone', 'I want to be asked', 'The bus fare', 'I write a letter'])
    checks.hold(`the chair finds "${found}"`, (await chair.text()).includes(found));

  // 6. The family's plan, people and chronology; its documents, and two copies side by side.
  for (const part of ['/plan', '/people', '/chronology', '/documents']) await chair.go(file + part);
  await chair.click('a:has-text("Look at the copies")');
  await chair.page.locator('summary:has-text("side by side")').first().click();
  await chair.press('Show them side by side');
  checks.hold('two copies say what only one of them has', /Only .+’s copy has/.test(await chair.text()));
  await chair.go(`${file}/chronology?agency=police`);
  checks.hold('the chronology can be narrowed', /told by this agency: Police/.test(await chair.text()));
});
