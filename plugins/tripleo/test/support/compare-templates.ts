import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {asObject, decodeJson} from '@osc-cli/core'
import {readFolder} from '#plan/folder'
import {renderPlan} from '#plan/render'

export interface Comparison {
  /** Files in the folder. */
  files: number
  /** Files that Jinja2 renders. */
  expected: number
  /** Names of those that osc renders with other bytes, does not render, or renders although Jinja2 does not. */
  different: string[]
  /** What osc needs to read the folder and to render it. */
  cpuSeconds: number
}

/** Compares what osc renders of a folder of tripleo-heat-templates with what Jinja2 renders of it. */
export async function compareTemplates(folder: string): Promise<Comparison> {
  const text = execFileSync('python3', [join(import.meta.dirname, 'render.py'), folder], {maxBuffer: 2 ** 30})
  const expected = new Map(Object.entries(asObject(decodeJson(text.toString()))))
  const start = process.cpuUsage()
  const files = await readFolder(folder)
  const rendered = renderPlan(files)
  const {user, system} = process.cpuUsage(start)
  const names = [...new Set([...expected.keys(), ...rendered.keys()])].sort()
  return {
    files: files.size,
    expected: expected.size,
    different: names.filter((name) => expected.get(name) !== rendered.get(name)),
    cpuSeconds: (user + system) / 1e6,
  }
}
