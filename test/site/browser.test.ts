import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {extname, join, normalize} from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core'
import {writeSite} from '../../scripts/site/write.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const TYPES: Readonly<Record<string, string>> = {'.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript'}
const PREFIX = '/some/where/'

describe('the site in a browser', function () {
  this.timeout(120_000)
  let folder: string
  let browser: Browser
  let server: Server
  let complaints: string[]

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'osc-site-'))
    await writeSite(folder)
    server = await serve(folder)
    // Chromium has no sandbox for root.
    const sandbox = process.getuid?.() !== 0
    browser = await chromium.launch({executablePath: CHROMIUM, chromiumSandbox: sandbox, args: ['--disable-gpu']})
  })
  after(async () => {
    await browser?.close()
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, {recursive: true})
  })
  beforeEach(() => {
    complaints = []
  })
  afterEach(() => assert.deepEqual(complaints, [], 'nothing is logged, and nothing is asked of anybody else'))

  const roots: Readonly<Record<string, () => string>> = {
    'from a disk': () => pathToFileURL(`${folder}/`).href,
    'below a path of a server': () => `http://127.0.0.1:${(server.address() as AddressInfo).port}${PREFIX}`,
  }
  const fromDisk = 'from a disk'

  async function open(root: string, file: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.newPage(options)
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const own = roots[root]?.() ?? assert.fail(root)
    page.on('request', (request) => {
      if (!request.url().startsWith(own) && !request.url().startsWith('data:')) complaints.push(request.url())
    })
    await page.goto(own + file)
    return page
  }

  for (const root of Object.keys(roots)) {
    it(`${root}: finds a word and follows the first result`, async () => {
      const page = await open(root, 'index.html')
      await page.getByRole('searchbox').fill('rollback stack')
      await page.locator('#site-hits a').first().waitFor()
      const first = await page.locator('#site-hits a b').first().textContent()
      await page.locator('#site-hits a').first().click()
      await page.waitForURL(/commands\/.*\.html/)
      assert.equal(await page.locator('h1').textContent(), first)
      await page.close()
    })

    it(`${root}: does so by keys alone, from a page of a folder, to an option`, async () => {
      const page = await open(root, 'commands/stack-list.html')
      await page.keyboard.press('/')
      await page.keyboard.type('adopt-file')
      await page.keyboard.press('ArrowDown')
      assert.ok(
        await page
          .locator('#site-hits a')
          .first()
          .evaluate((node) => node === node.ownerDocument.activeElement),
      )
      await page.keyboard.press('Enter')
      await page.waitForURL(/commands\/stack-adopt\.html#--adopt-file$/)
      assert.equal(await page.locator('dt:target code').textContent(), '--adopt-file FILE')
      await page.close()
    })
  }

  it('follows the first result on Enter, and closes on Escape', async () => {
    const page = await open(fromDisk, 'index.html')
    await page.keyboard.press('/')
    await page.keyboard.type('stakc lst')
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('#site-hits').isHidden(), true)
    await page.keyboard.type('project list')
    await page.keyboard.press('Enter')
    await page.waitForURL(/commands\/project-list\.html/)
    await page.close()
  })

  it('says that it found nothing', async () => {
    const page = await open(fromDisk, 'index.html')
    await page.getByRole('searchbox').fill('xyzzyplugh')
    assert.equal(await page.locator('#site-hits').textContent(), 'No results.')
    await page.close()
  })

  for (const width of [320, 390, 1024, 1600])
    it(`fits a window ${width} pixels wide`, async () => {
      const page = await open(fromDisk, 'index.html', {viewport: {width, height: 700}})
      for (const file of [
        'index.html',
        'commands/stack-create.html',
        'topics/options.html',
        'guides/plugins.html',
        'guides/performance.html',
      ]) {
        await page.goto(pathToFileURL(join(folder, file)).href)
        const content = Number(await page.evaluate('document.documentElement.scrollWidth'))
        assert.ok(content > 0 && content <= width, `${file} is ${content} wide`)
      }
      await page.close()
    })

  it('is dark where the reader wants it, with enough contrast', async () => {
    const background = 'getComputedStyle(document.body).backgroundColor'
    const page = await open(fromDisk, 'index.html', {colorScheme: 'light'})
    assert.equal(await page.evaluate(background), 'rgb(255, 255, 255)')
    await page.emulateMedia({colorScheme: 'dark'})
    assert.equal(await page.evaluate(background), 'rgb(22, 24, 27)')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme})
      for (const part of ['body', 'footer', 'main a'])
        assert.ok((await contrast(page, part)) >= 4.5, `${part} in ${colorScheme}`)
    }
    await page.close()
  })

  it('has a button on every block of code', async () => {
    const page = await open(fromDisk, 'guides/sandbox.html')
    const blocks = await page.locator('main pre').count()
    assert.ok(blocks > 0)
    assert.equal(await page.getByRole('button', {name: 'Copy'}).count(), blocks)
    await page.close()
  })

  it('reads without scripts', async () => {
    const page = await open(fromDisk, 'index.html', {javaScriptEnabled: false})
    assert.equal(await page.locator('#site-search').isHidden(), true)
    await page.locator('details', {hasText: 'stack create'}).locator('summary').click()
    await page.getByRole('link', {name: 'stack create', exact: true}).click()
    assert.equal(await page.locator('h1').textContent(), 'stack create')
    await page.close()
  })
})

/** The ratio of WCAG between a text and the page. */
async function contrast(page: Page, selector: string): Promise<number> {
  const colors: unknown = await page.evaluate(
    `[getComputedStyle(document.querySelector(${JSON.stringify(selector)})).color, getComputedStyle(document.body).backgroundColor]`,
  )
  const light = (Array.isArray(colors) ? colors : []).map((color) => {
    const [red = 0, green = 0, blue = 0] = (String(color).match(/\d+/g) ?? []).map((part) => {
      const share = Number(part) / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  })
  return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05)
}

function serve(folder: string): Promise<Server> {
  const server = createServer(({url = ''}, response) => {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '')
    try {
      if (!path.startsWith(PREFIX)) throw new Error('outside')
      const content = readFileSync(join(folder, normalize(path.slice(PREFIX.length))))
      response.writeHead(200, {'content-type': TYPES[extname(path)] ?? 'text/plain'}).end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
