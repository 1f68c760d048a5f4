import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {authTypeNames} from '#cloud/config/auth-types'
import {loadCloudConfig} from '#cloud/config/load'
import {requireCloud} from '#cloud/config/require'
import {paged} from '#help/pager'
import {topicNamed} from '#help/topics'
import {AUTH_ENTRIES, entryLines} from '#help/topics/auth-entries'
import {CLOUDS_YAML} from '#help/topics/clouds'
import {repository} from '../../support/program.ts'
import {run} from '../../support/run.ts'

describe('topics', () => {
  for (const [word, topic] of [
    ['login', 'auth'],
    ['env', 'environment'],
    ['json', 'output'],
    ['errors', 'exit-codes'],
    ['format', 'output'],
    ['start', 'start'],
    ['getting-started', 'start'],
    ['clouds.yaml', 'clouds'],
  ] as const)
    it(`'${word}' is ${topic}`, () => assert.equal(topicNamed(word), topic))
  it('are found by their ordinary words', async () => {
    const [plain, other] = await Promise.all([run(['help', 'auth']), run(['help', 'login'])])
    assert.deepEqual([other.status, other.stdout], [0, plain.stdout])
  })
  it('are suggested for a misspelled name, and a search for anything else', async () => {
    const [near, far] = await Promise.all([run(['help', 'environmant']), run(['help', 'qwxyz'])])
    assert.deepEqual([near.status, far.status], [127, 127])
    assert.match(near.stderr, /Did you mean:\n {2}osc help environment\n/)
    assert.match(far.stderr, /There is no help for 'qwxyz'\.\nSearch the help: osc search qwxyz\n/)
  })
})

describe('the entries that osc help auth shows', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'osc-auth-'))
  })
  after(() => rmSync(folder, {recursive: true}))

  const load = (text: string) => {
    writeFileSync(join(folder, 'clouds.yaml'), text, {mode: 0o600})
    return loadCloudConfig({options: {cloud: 'mycloud'}, env: {}, cwd: folder, home: folder})
  }
  for (const [type, entry] of Object.entries(AUTH_ENTRIES))
    it(`have all that ${type} needs`, async () => {
      const config = await load(
        `clouds:\n${entryLines(type, entry)
          .map((line) => `  ${line}`)
          .join('\n')}\n`,
      )
      assert.doesNotThrow(() => requireCloud(config))
      assert.deepEqual([config.authType, config.warnings], [type, []])
      assert.deepEqual(
        Object.keys(config.auth).filter((key) => !(key in entry.auth)),
        [],
      )
    })
  it('cover every type that osc supports', () => {
    const unsupported = ['noauth', 'token_endpoint', 'v3adfspassword', 'v3password', 'v3samlpassword', 'v3token']
    assert.deepEqual(
      Object.keys(AUTH_ENTRIES).sort(),
      authTypeNames().filter((name) => !unsupported.includes(name)),
    )
  })
  it('begin with the clouds.yaml of the README', async () => {
    const config = await load(CLOUDS_YAML)
    assert.doesNotThrow(() => requireCloud(config))
    assert.deepEqual(config.warnings, [])
    assert.ok(readFileSync(join(repository, 'README.md'), 'utf8').includes(CLOUDS_YAML))
  })
})

describe('the pager', () => {
  it('is not used on a dumb terminal', async () =>
    assert.equal(await paged('text', {TERM: 'dumb', PAGER: 'false'}), false))

  it('does not get the credentials of a cloud', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'osc-pager-'))
    const file = join(folder, 'env')
    try {
      assert.equal(await paged('text', {PAGER: `env >${file}; cat >/dev/null`, OS_PASSWORD: 'S3cret', LESS: 'R'}), true)
      assert.match(readFileSync(file, 'utf8'), /^LESS=R$/m)
      assert.doesNotMatch(readFileSync(file, 'utf8'), /OS_PASSWORD|S3cret/)
    } finally {
      rmSync(folder, {recursive: true})
    }
  })
})
