import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {after, type Suite} from 'mocha'
import {asArray, asObject, asText, decodeJson} from '#json'
import {covers, isAside, servicePath} from '../../support/call-template.ts'
import {repository} from '../../support/program.ts'
import type {RequestObserver} from '../../support/run.ts'
import {cloudName} from './cloud-env.ts'
import {packagesThatRun} from './examples.ts'

/** The `calls` of every command in these folders, by its id: `stack list`. */
const callsOf = (folders: readonly string[]): [string, string[]][] =>
  folders.flatMap((folder) => {
    const {commands} = asObject(decodeJson(readFileSync(join(repository, folder, 'oclif.manifest.json'), 'utf8')))
    return Object.values(asObject(commands)).map((command): [string, string[]] => {
      const {id, calls} = asObject(command)
      return [String(id).replaceAll(':', ' '), asArray(calls).map((call) => asText(call) ?? '')]
    })
  })

const declared = new Map(callsOf(['.', ...globSync('plugins/*', {cwd: repository})]))
const longestFirst = [...declared.keys()].sort((a, b) => b.length - a.length)

/** Declared calls that were made, as `stack list: GET /v1/...`, and requests that no command on their line declares. */
const made = new Set<string>()
const undeclared = new Set<string>()

/** For `record` of a run: every request is one that the command declares; the last hook of the suite says which is not. */
export const noteCalls: RequestObserver = (words, requests) => {
  const ids = commandsOn(words)
  if (ids.length === 0) return
  for (const request of requests) {
    if (isAside(request)) continue
    const found = ids.flatMap((id) =>
      (declared.get(id) ?? []).flatMap((call) => (covers(call, request) ? [`${id}: ${call}`] : [])),
    )
    for (const call of found) made.add(call)
    if (found.length === 0) undeclared.add(`${ids.join(' | ')}: ${request.method} ${servicePath(request.url)}`)
  }
}

/** The commands of a line; one of shell may have several. */
function commandsOn(words: readonly string[]): string[] {
  const lines = words[0] === 'bash' ? (words.at(-1) ?? '').split(/\bosc /).slice(1) : [words.slice(1).join(' ')]
  return lines.flatMap((line) => longestFirst.find((id) => ` ${line} `.replaceAll('"', ' ').includes(` ${id} `)) ?? [])
}

/** Made where a fixture has the services that the clouds under test lack: test/unit/commands/calls.test.ts. */
const ON_FIXTURES = /^(?:context refresh|quota|extension|limits|availability zone|project cleanup)\b/

/** A log-in is made once for a suite, a look-up by whoever gives a name, a version document by whoever is first. */
const NOT_ALWAYS = /\?name=|set: GET \/v3\/services$|POST \/v3\/auth\/tokens$|GET \/(?: |$)|METHOD PATH$/

/** Commands that a cloud may lack what they need for, with the feature. */
const FEATURES: Readonly<Record<string, string>> = {
  'software deployment create': 'swift-urls',
  'stack abandon': 'stack-adopt',
  'stack adopt': 'stack-adopt',
  'stack hook': 'stack-hooks',
  'stack snapshot': 'stack-snapshots',
}

function neverMade(): string[] {
  const lacking = (process.env.OSC_TEST_LACKS ?? '').split(',')
  const skipped = Object.keys(FEATURES).filter((words) => lacking.includes(FEATURES[words] ?? ''))
  return callsOf(packagesThatRun().map(({folder}) => folder))
    .filter(([id]) => !ON_FIXTURES.test(id) && !skipped.some((words) => id.startsWith(words)))
    .flatMap(([id, calls]) => calls.map((call) => `${id}: ${call}`))
    .filter((call) => !NOT_ALWAYS.test(call) && !made.has(call))
}

after('every request is one that its command declares, and every declared one is made', function () {
  assert.deepEqual([...undeclared].sort(), [], 'requests that `calls` does not have')
  // What a command asks for depends on a real cloud's answers; the sandbox's are the same in every run.
  if (cloudName() === 'sandbox' && this.test?.parent && ranEverything(this.test.parent))
    assert.deepEqual(neverMade(), [], 'calls that no test makes')
})

/** Only a run of every test of every file can show what is never made. */
function ranEverything(root: Suite): boolean {
  const patterns = ['test/integration/**/*.test.ts', 'plugins/*/test/integration/**/*.test.ts']
  const loaded = new Set(root.suites.map(({file}) => file))
  let all = globSync(patterns, {cwd: repository}).every((file) => loaded.has(join(repository, file)))
  root.eachTest(({state, pending}) => {
    all &&= state !== undefined || pending
  })
  return all
}
