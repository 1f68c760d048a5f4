import assert from 'node:assert/strict'
import {cpSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {repository} from './program.ts'
import type {Result} from './run.ts'

export const EXAMPLE = 'osc-plugin-courier'
export const exampleSource = join(repository, 'test/fixtures/example-plugin')

/** A copy of the example plugin, outside of this repository, with this repository's packages as its own. Returns its folder. */
export function copyExample(parent: string): string {
  const folder = join(parent, EXAMPLE)
  cpSync(exampleSource, folder, {recursive: true})
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

type Osc = (line: string, env?: Readonly<Record<string, string>>) => Promise<Result>

/** Goes through what a plugin and osc owe each other, as a user would, with the example plugin and a sandbox that has nothing. */
export async function proveContracts(osc: Osc, journal: string): Promise<void> {
  const ended = async (expected: number, line: string, env?: Readonly<Record<string, string>>) => {
    const {status, stdout, stderr} = await osc(line, env)
    assert.equal(status, expected, `osc ${line}\n${stdout}${stderr}`)
    return {stdout, stderr}
  }
  const prints = async (line: string, ...patterns: readonly RegExp[]) => {
    const {stdout} = await ended(0, line)
    for (const pattern of patterns) assert.match(stdout, pattern, `osc ${line} printed:\n${stdout}`)
  }
  await prints(`plugins doctor ${EXAMPLE}`, /^osc-plugin-courier 0\.1\.0: ok\n/)
  await prints('courier --help', /brings parcels/, /osc parcel send books/, /identity/)
  await prints('help parcel', /Something packed/, /under_way +It is on its way\./)
  await prints('help output', /-f ndjson +One JSON object a line\. From osc-plugin-courier\./)
  await prints('parcel list --help', /csv\|json\|ndjson\|table/)
  await prints('parcel create -f value -c status books', /^packed\n$/)
  await prints('courier parcel list -f ndjson -c Name -c Grams', /^\{"Name":"books","Grams":100\}\n$/)
  await prints('parcel show books -f ndjson -c name', /^\{"name":"books"\}\n$/)
  await prints('project list -f ndjson -c Name', /^\{"Name":"\w+"\}\n/)
  await prints('__complete zsh b osc parcel show', /^values\nbooks(?:\t|\n)/)
  await prints('__complete zsh nd osc parcel list -f', /^values\nndjson\n$/)
  await prints('context refresh')
  await prints('parcel create --help', /requires\s+microversion\s+1\.2;\s+sandbox\s+supports\s+up\s+to\s+1\.1/)
  assert.match(
    (await ended(2, 'parcel create --express letter')).stderr,
    /requires microversion 1\.2; sandbox supports up to 1\.1/,
  )
  const refused = await ended(1, 'parcel send books', {COURIER_HOLIDAY: 'it is Sunday', COURIER_JOURNAL: journal})
  assert.match(refused.stderr, /^Nothing is sent: it is Sunday\.\n/)
  await ended(0, 'parcel send books', {COURIER_JOURNAL: journal})
  await ended(5, 'parcel send books', {COURIER_JOURNAL: journal})
  await prints('why', /A parcel is sent once\./, /parcel show books/)
  assert.equal(readFileSync(journal, 'utf8'), 'parcel send 1\nparcel send 0\nparcel send 5\n')
}
