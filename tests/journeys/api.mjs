// The API as programs find it: its description is well made, says of each body what the server says, and its page's examples do what they say.
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import os from 'node:os';
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Checks, openDemonstration, password, root } from './support/site.mjs';

/** A program's session: cookies kept, the token sent along. */
async function signIn(address, name) {
  const kept = new Map();
  let token = '';
  const ask = async (where, body) => {
    const headers = { cookie: [...kept].map(([key, value]) => `${key}=${value}`).join('; '), 'content-type': 'application/json', 'x-csrf-token': token };
    const response = await fetch(address + where, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) });
    // Several cookies come joined by commas, which their dates hold too: getSetCookie, which keeps them apart, is not in Debian's Node.
    for (const set of (response.headers.get('set-cookie') ?? '').split(/, (?=[^ ;,=]+=)/).filter(Boolean)) kept.set(...set.split(';')[0].split('='));
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type'), body: text ? JSON.parse(text) : null };
  };
  token = (await ask('/api/v1/session', { name, password })).body.csrf_token;
  return ask;
}

/** Every way in which one thing of an example can be changed for the worse. */
function* mutations(example, schema) {
  const changed = change => { const copy = structuredClone(example); change(copy); return copy; };
  yield ['an unknown member', changed(one => { one.unheard_of = 1; })];
  yield ['an unknown question', changed(one => { one.answers.unheard_of = 1; })];
  for (const member of ['type', ...schema.required].filter(name => name in example && name !== 'answers')) yield [`no ${member}`, changed(one => { delete one[member]; })];
  for (const question of schema.properties.answers.required ?? []) yield [`no answer to ${question}`, changed(one => { delete one.answers[question]; })];
  for (const [question, of] of Object.entries(schema.properties.answers.properties)) {
    if (!(question in example.answers)) { yield [`${question}, which does not arise`, changed(one => { one.answers[question] = 'no_answer'; })]; continue; }
    yield [`${question} of another kind`, changed(one => { one.answers[question] = of['x-kind'] === 'number' ? 'seven' : 7; })];
    if (of.enum) yield [`${question} chosen from nowhere`, changed(one => { one.answers[question] = 'no_answer'; })];
    if (of.maxLength) yield [`${question} too long`, changed(one => { one.answers[question] = 'a'.repeat(of.maxLength + 1); })];
    if (of['x-kind'] === 'day') yield [`${question} on no day`, changed(one => { one.answers[question] = '2025-02-30'; })];
  }
}

const checks = new Checks();
const site = await openDemonstration(12);
try {
  const served = await (await fetch(`${site.address}/api/openapi.json`)).text();
  const judged = await new Validator().validate(JSON.parse(served));
  checks.hold('the description follows the rules of OpenAPI 3.1', judged.valid, JSON.stringify(judged.errors)?.slice(0, 500));
  const described = JSON.parse(served);
  const ajv = new Ajv2020({ strict: false, discriminator: false });
  addFormats.default ? addFormats.default(ajv) : addFormats(ajv);
  ajv.addSchema({ ...described, $id: 'confer:api' });
  const reading = name => ajv.compile({ $ref: `confer:api#/components/schemas/${name}` });
  const isEntry = reading('rotherham.entry'), isProblem = reading('problem');

  // A family of our own, on which everything that an example names is there once it was put on file.
  const ask = await signIn(site.address, 'social.worker');
  const session = (await ask('/api/v1/session')).body;
  const opened = await ask('/api/v1/files', { type: 'family_file', answers: { reference: 'RMB-9999' } });
  checks.hold('a file is opened', opened.status === 201, JSON.stringify(opened.body));
  checks.hold('whoever opens it is introduced on it', opened.body.entries?.[1]?.about[0] === session.person, JSON.stringify(opened.body));
  const file = `/api/v1/files/${opened.body.file}`;
  const family = await ask(`${file}/entries`, [
    { type: 'person', answers: { name: 'A Child', kind: 'child' } },
    { type: 'person', answers: { name: 'An Adult', kind: 'adult' } },
    ...['social_worker', 'chair', 'conference_administrator'].map(role => ({ type: 'person', answers: { name: `Somebody, ${role}`, kind: 'practitioner', role } })),
  ]);
  checks.hold('its people are introduced', family.status === 201, JSON.stringify(family.body));
  const known = Object.fromEntries(['a_child', 'an_adult', 'a_practitioner', 'a_chair', 'a_conference_administrator'].map((id, at) => [id, family.body.entries[at].about[0]]));
  await ask(`${file}/entries`, { type: 'involvement', about: [known.a_child], answers: { person: session.person, agency: 'childrens_social_care', direct_contact: true } });

  let agreed = 0, taken = 0;
  for (const { $ref } of described.components.schemas['rotherham.entry'].oneOf) {
    const name = $ref.split('/').at(-1), schema = described.components.schemas[name];
    const example = schema.examples[0], type = schema.properties.type.const;
    checks.hold(`the example of ${type} is as described`, isEntry(example), JSON.stringify(isEntry.errors)?.slice(0, 300));
    const known_ids = text => Object.entries(known).reduce((all, [from, to]) => all.replaceAll(`"${from}"`, `"${to}"`), text);
    const send = body => ask(`${file}/entries`, JSON.parse(known_ids(JSON.stringify(body))));
    const is_ours = schema['x-makers'].includes(session.role);
    for (const [how, worse] of mutations(example, schema)) {
      checks.hold(`${type} with ${how} is not as described`, !isEntry(worse));
      if (!is_ours) continue;
      const answer = await send(worse);
      checks.hold(`${type} with ${how} is refused`, [422, 409].includes(answer.status) && answer.type === 'application/problem+json' && isProblem(answer.body), `${answer.status} ${JSON.stringify(answer.body)}`);
      agreed += 1;
    }
    if (!is_ours) continue;
    const done = await send(example);
    const lacks = done.status === 422 && done.body.errors.every(one => /not refer to anything/.test(one.detail));   // what it refers to only others can put on file
    checks.hold(`the example of ${type} is taken, or lacks what it needs`, done.status === 201 || done.status === 409 || lacks, `${done.status} ${JSON.stringify(done.body)}`);
    if (done.status === 201) { known[`a_${type}`] = done.body.entries[0].id; taken += 1; }
  }
  checks.hold('many bodies were tried', agreed > 100 && taken > 8, `${agreed} refused, ${taken} taken`);
  const isFile = reading('file');
  checks.hold('a file is as described', isFile((await ask(file)).body), JSON.stringify(isFile.errors)?.slice(0, 300));
  checks.hold('lists are as described', reading('files')((await ask('/api/v1/files')).body) && reading('due')((await ask('/api/v1/due')).body));
  checks.hold('a procedure is as described', reading('procedure')((await ask('/api/v1/procedures/rotherham')).body));
  for (const [where, options, status] of [['/api/v1/none', {}, 404], ['/api/v1/files', {}, 401], ['/api/v1/due', { method: 'DELETE' }, 405], ['/api/v1/%zz', {}, 400],
    ['/api/v1/session', { method: 'POST', body: 'a'.repeat(1024 * 1024 + 1), headers: { 'content-type': 'application/json' } }, 413]]) {
    const refused = await fetch(site.address + where, options);
    checks.hold(`${options.method ?? 'GET'} ${where} is refused as a problem`, refused.status === status && refused.headers.get('content-type') === 'application/problem+json' && isProblem(await refused.json()), String(refused.status));
  }

  // The page's own examples, one after another in one shell.
  const page = await readFile(path.join(root, 'docs/api.md'), 'utf8');
  const script = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(found => found[1]).join('').replace(/^CONFER=.*$/m, `CONFER=${site.address}`);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'confer-api-'));
  try {
    await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder });
    checks.hold('the examples of docs/api.md run', true);
  } catch (error) {
    checks.hold('the examples of docs/api.md run', false, `${error.stderr ?? ''} ${String(error.stdout ?? '').slice(-300)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
} catch (error) {
  checks.hold('the journey comes to its end', false, error.stack.split('\n').slice(0, 3).join(' '));
} finally {
  site.end();
}
console.log(`${checks.passed} passed, ${checks.failed} failed`);
process.exitCode = checks.failed ? 1 : 0;
