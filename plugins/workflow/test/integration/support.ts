import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {api} from '@osc-cli/core/test/integration/support/api'
import {after} from 'mocha'

/** Files for the tests of the surrounding `describe`, removed at its end: the path of a new one with this text. */
export function files(): (text: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'osc-mistral-'))
  let count = 0
  after(() => rmSync(folder, {recursive: true}))
  return (text) => {
    count += 1
    const path = join(folder, `${count}.yaml`)
    writeFileSync(path, text)
    return path
  }
}

/** A workflow that echoes its input. */
export const greeting = (name: string): string => `version: '2.0'
${name}:
  tags: [greeting]
  input: [{who: world}]
  output: {text: <% $.text %>}
  tasks:
    say:
      action: std.echo output=<% $.who %>
      publish: {text: <% task().result %>}
`

/** Deletes these paths after the tests of the surrounding `describe`, the last first; what is gone already is fine. */
export function cleanPaths(): (path: string) => void {
  const paths: string[] = []
  after(async function undo() {
    this.timeout(120_000)
    const failures: string[] = []
    for (const path of paths.reverse()) {
      const {status} = await api('workflowv2', 'DELETE', path)
      if (status !== 204 && status !== 404) failures.push(`${path}: ${status}`)
    }
    if (failures.length > 0) throw new Error(`Left behind:\n${failures.join('\n')}`)
  })
  return (path) => void paths.push(path)
}
