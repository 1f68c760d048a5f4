import assert from 'node:assert/strict'
import {execFile} from 'node:child_process'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, it} from 'mocha'
import {asArray, asObject, asText, decodeJson} from '#json'
import {repository} from '../support/program.ts'
import {examples, packagesThatRun, runsElsewhere} from './support/examples.ts'
import {sessionTitles} from './support/sessions.ts'

/** Commands of every manifest: `stack list` with the package that has it. */
function commands(): {plugin: string; id: string}[] {
  const folders = ['.', ...globSync('plugins/*', {cwd: repository}).sort()]
  return folders.flatMap((folder) => {
    const read = (name: string) => asObject(decodeJson(readFileSync(join(repository, folder, name), 'utf8')))
    const plugin = asText(read('package.json').name) ?? folder
    return Object.keys(asObject(read('oclif.manifest.json').commands)).map((id) => ({
      plugin,
      id: id.replaceAll(':', ' '),
    }))
  })
}

/** The titles of all integration tests; mocha only loads the files. */
async function titles(): Promise<Set<string>> {
  const mocha = join(repository, 'node_modules/mocha/bin/mocha.js')
  const line = [mocha, '--config', 'test/integration/.mocharc.json', '--dry-run', '--reporter', 'json']
  const {stdout} = await promisify(execFile)(process.execPath, line, {cwd: repository, maxBuffer: 1e8})
  const {tests} = asObject(decodeJson(stdout.slice(stdout.indexOf('{\n  "stats"'))))
  return new Set(asArray(tests).map((test) => asText(asObject(test).title) ?? ''))
}

describe('every command', () => {
  let loaded: Promise<Set<string>> | undefined

  it('has an example', () => {
    const shown = new Set(examples().map(({plugin, id}) => `${plugin} ${id}`))
    const without = commands().filter(({plugin, id}) => !shown.has(`${plugin} ${id}`))
    assert.deepEqual(without, [])
  })

  for (const {plugin} of packagesThatRun()) {
    it(`is run by the integration tests: each example of ${plugin} is the title of a test`, async () => {
      loaded ??= titles()
      const run = await loaded
      const missing = examples(plugin).filter(({command}) => !run.has(command) && !runsElsewhere(command))
      assert.deepEqual(
        missing.map(({command}) => command),
        [],
      )
    })
  }

  for (const {command} of examples()) {
    const elsewhere = runsElsewhere(command)
    if (!elsewhere) continue
    it(`${command} ${elsewhere.why}, and is run as printed by ${elsewhere.file}`, () => {
      const text = readFileSync(join(repository, elsewhere.file), 'utf8')
      assert.ok(text.includes(command.replace(/^osc /, '')))
    })
  }

  it('of a session is run: each line on a page of a namespace is the title of a test', async () => {
    loaded ??= titles()
    const run = await loaded
    assert.deepEqual(
      (await sessionTitles()).filter((title) => !run.has(title)),
      [],
    )
  })
})
