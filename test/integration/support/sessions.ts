import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {it} from 'mocha'
import core from '#help/core-help'
import type {PluginHelp} from '#help/declare'
import {asArray, asObject, asText, decodeJson} from '#json'
import type {BoundOsc} from '../../support/per-test.ts'
import {repository} from '../../support/program.ts'
import {runShell} from '../../support/run.ts'
import {noteCalls} from './calls.ts'
import {cloudEnv} from './cloud.ts'

/** A test for each line of the session that a namespace's page prints, in its order, with what those before it left. */
export function runSession(namespace: string, {session}: Pick<PluginHelp, 'session'>, osc: BoundOsc): void {
  for (const {command} of session)
    it(sessionTitle(namespace, command), async () => {
      const result = await runShell(command, {place: osc.place, env: cloudEnv(), record: noteCalls})
      assert.equal(result.status, 0, `${result.stdout}\n${result.stderr}`)
    })
}

const sessionTitle = (namespace: string, command: string): string => `in the session of ${namespace}: ${command}`

/** The titles of the tests of the sessions that run on a cloud. */
export async function sessionTitles(): Promise<string[]> {
  // The others run on a cloud in the process: test/contract/sessions.test.ts.
  const files = globSync('plugins/*/test/integration/session.test.ts', {cwd: repository}).map((spec) =>
    join(dirname(spec), '../../package.json'),
  )
  const sessions = await Promise.all(files.map((file) => sessionOf(join(repository, file))))
  return [...core.session.map(({command}) => sessionTitle('core', command)), ...sessions.flat()]
}

async function sessionOf(file: string): Promise<string[]> {
  const {help, namespaces} = asObject(asObject(decodeJson(readFileSync(file, 'utf8'))).osc)
  if (typeof help !== 'string') return []
  const {session} = asObject((await import(join(dirname(file), help))).default)
  const namespace = asText(asArray(namespaces)[0]) ?? ''
  return asArray(session).map((step) => sessionTitle(namespace, asText(asObject(step).command) ?? ''))
}
