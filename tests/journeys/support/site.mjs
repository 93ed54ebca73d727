// What every journey stands on: a demonstration of its own on a free port, a browser, people signed in, and axe on each page.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const password = 'seven paper lanterns by the canal';

/** Answers a question for a day. */
export const answerDay = async (page, name, day) => {
  await page.fill(`#${name}-day`, String(day.getDate()));
  await page.fill(`#${name}-month`, String(day.getMonth() + 1));
  await page.fill(`#${name}-year`, String(day.getFullYear()));
};
export const today = new Date();
export const inDays = count => new Date(today.getFullYear(), today.getMonth(), today.getDate() + count);

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts `confer demo` and waits until it says that it is open. */
export async function openDemonstration(files) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(path.join(root, 'build/release/confer'), ['demo', '--listen', `127.0.0.1:${port}`, '--files', String(files)], { cwd: root });
  let said = '';
  await new Promise((resolve, reject) => {
    child.stdout.on('data', data => { said += data; if (said.includes('To end, press')) resolve(); });
    child.stderr.on('data', data => { said += data; });
    child.once('exit', code => reject(new Error(`The demonstration ended with ${code}: ${said}`)));
  });
  // Who can sign in, by what they type: as the greeting tells it.
  const names = Object.fromEntries([...said.matchAll(/^ {2}([a-z]+(?:\.[a-z]+)?) {2,}(\S.*?) {2,}\S/gm)].map(one => [one[1], one[2]]));
  return { address, names, end: () => child.kill('SIGTERM') };
}

let pictures = 0;

/** One person's browser window. */
class Person {
  constructor(page, address, checks) { this.page = page; this.address = address; this.checks = checks; }

  async go(where) { await this.page.goto(this.address + where); await this.look(); }
  async click(what) { await this.page.locator(what).first().click(); await this.page.waitForLoadState(); await this.look(); }
  async press(name) { await this.page.getByRole('button', { name, exact: true }).first().click(); await this.page.waitForLoadState(); await this.look(); }
  async text() { return this.page.locator('body').innerText(); }

  /** With CONFER_PICTURES naming a folder, each page is kept there as it looks, for a person to go through. */
  async picture(width) {
    const folder = process.env.CONFER_PICTURES;
    if (!folder) return;
    if (width === 'wide') pictures += 1;
    await this.page.screenshot({ path: path.join(folder, `${String(pictures).padStart(3, '0')}-${width}.png`), fullPage: true });
  }

  /** Goes through pages that were looked at before, without looking again. */
  async passingBy(steps) {
    this.passing = true;
    await steps();
    this.passing = false;
  }

  /** Every page that is come to is looked at: axe finds nothing, and at 320 pixels nothing moves sideways. */
  async look() {
    if (this.passing) return;
    const where = new URL(this.page.url()).pathname.replace(/[a-z0-9]{20,}/g, '…');
    await this.page.evaluate(axe);
    const found = await this.page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    const told = found.violations.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 120)}`);
    this.checks.hold(`axe finds nothing on ${where}`, told.length === 0, told.join('; '));
    const size = this.page.viewportSize();
    await this.picture('wide');
    await this.page.setViewportSize({ width: 320, height: 700 });
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth);
    await this.picture('narrow');
    await this.page.setViewportSize(size);
    this.checks.hold(`${where} fits 320 pixels`, wide <= 320, `${wide} pixels wide`);
    const title = await this.page.title();
    this.checks.hold(`the title of ${where} holds no name`, !/Amy|Ben |Cai|Hartley|Ashworth|Dobson/.test(title), title);
  }
}

/** Counts what held and what did not. */
export class Checks {
  passed = 0;
  failed = 0;
  hold(what, held, otherwise = '') {
    if (held) { this.passed += 1; return; }
    this.failed += 1;
    console.log(`FAILED: ${what}${otherwise ? ` (${otherwise})` : ''}`);
  }
}

/** Runs a journey on a demonstration of its own and prints the closing line. */
export async function journey(files, steps) {
  const checks = new Checks();
  const site = await openDemonstration(files);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  /** A window of a person's own; refusals of the content policy count as failures. */
  const signIn = async (name, how = 'mouse') => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', message => { if (/Content Security Policy/.test(message.text())) checks.hold('nothing breaks the content policy', false, message.text()); });
    const person = new Person(page, site.address, checks);
    person.passing = how === 'passing by';
    await person.go('/sign-in');
    if (how !== 'keyboard') {
      await page.fill('#name', name);
      await page.fill('#password', password);
      await person.press('Sign in');
    }
    person.passing = false;
    return person;
  };
  try {
    await steps({ checks, signIn, password, names: site.names });
  } catch (error) {
    checks.hold('the journey comes to its end', false, `${error.message.split('\n').slice(0, 3).join(' ')} ${error.stack.split('\n').filter(line => line.includes('journeys/')).slice(0, 2).join(' ')}`);
  } finally {
    await browser.close();
    site.end();
  }
  console.log(`${checks.passed} passed, ${checks.failed} failed`);
  process.exitCode = checks.failed ? 1 : 0;
}
