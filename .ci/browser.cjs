// Opens each page of a folder in Chromium, and fails on anything that a reader would stumble over.
// Usage: node browser.cjs DIR, with puppeteer-core, axe-core and html-validate on NODE_PATH.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const puppeteer = require('puppeteer-core');
const axe = require('axe-core');
const { HtmlValidate } = require('html-validate');

const [folder] = process.argv.slice(2);
// Pages of which a person looks at the screenshots.
const shown = /^(overview|guoyuan|compare|briefing|plan|charts)-/;
const faults = [];
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Its own style of writing, which HTML does not ask for.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // The addresses of the sources are as they are.
    'no-raw-characters': 'off',
    // Whether a value is a telephone number is for the browser to guess.
    'tel-non-breaking': 'off',
  },
});

async function check(browser, file) {
  const name = path.basename(file, '.html');
  const fault = (text) => faults.push(`${name}: ${text}`);
  const report = validator.validateFileSync(file);
  for (const message of report.results.flatMap((result) => result.messages)) {
    fault(`html-validate ${message.ruleId}, line ${message.line}: ${message.message}`);
  }
  const page = await browser.newPage();
  page.on('console', (message) => fault(`console: ${message.text()}`));
  page.on('pageerror', (error) => fault(`error: ${error.message}`));
  let requests = 0;
  page.on('request', (request) => {
    requests += 1;
    if (requests > 1) fault(`request: ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const width of scheme === 'light' ? [360, 800, 1280] : [1280]) {
      await page.setViewport({ width, height: 900 });
      const wide = await page.evaluate(() => {
        const limit = document.documentElement.clientWidth;
        const over = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > limit + 1);
        const scrolls = document.documentElement.scrollWidth > limit;
        return scrolls || over.length > 0 ? over.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)) : null;
      });
      if (wide) fault(`scrolls sideways at ${width}: ${wide.join(' | ')}`);
      if (!shown.test(name)) continue;
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width, height: Math.min(height, 6000) };
      await page.screenshot({ path: path.join(folder, `${name}-${width}-${scheme}.png`), clip, captureBeyondViewport: true });
    }
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => window.axe.run());
    for (const { id, nodes } of violations) fault(`axe ${id}, ${scheme}: ${nodes.length}, as ${nodes[0].html.slice(0, 160)}`);
  }
  const dead = await page.evaluate(() => [...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))
    .filter((href) => (href.startsWith('#') ? !document.getElementById(href.slice(1)) : !/^https?:\/\//.test(href))));
  if (dead.length > 0) fault(`dead links: ${dead.join(' ')}`);
  await page.pdf({ path: path.join(folder, `${name}.pdf`), preferCSSPageSize: true });
  await page.close();
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.html')).sort();
  for (const file of files) await check(browser, path.resolve(folder, file));
  await browser.close();
  for (const fault of faults) console.error(`browser: FAILED: ${fault}`);
  console.log(`browser: ${files.length} pages`);
  process.exitCode = faults.length > 0 ? 1 : 0;
})();
