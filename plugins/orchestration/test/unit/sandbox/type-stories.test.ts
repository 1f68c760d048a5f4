import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, decodeJson} from '@osc-cli/core'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {type Check, STORIES, type Story} from './support/type-stories.ts'

const PLUGINS = ['orchestration', 'compute', 'network', 'volume']

describe('types of other services, from creation to deletion', function types() {
  // A dozen commands in each test.
  this.timeout(120_000)
  let cloud: TestCloud
  let projects: Record<string, string>
  before(async () => {
    cloud = await startTestCloud({plugins: PLUGINS.map((name) => join(import.meta.dirname, '../../../..', name))})
    projects = await pairs('project list', 'Name', 'ID')
  })
  after(() => cloud.close())

  const run = (line: string) => cloud.osc(...line.split(' '))
  const done = async (line: string): Promise<string> => {
    const {status, stdout, stderr} = await run(line)
    assert.equal(status, 0, `${line}: ${stderr}`)
    return stdout
  }
  const pairs = async (line: string, key: string, value: string): Promise<Record<string, string>> => {
    const rows = asArray(decodeJson(await done(`${line} -f json`))).map(asObject)
    return Object.fromEntries(rows.map((row) => [String(row[key]), String(row[value])]))
  }
  const template = (stack: string, resources: string): string => {
    writeFileSync(join(cloud.work, `${stack}.yaml`), `heat_template_version: 2021-04-16\nresources:${resources}`)
    return `-t ${stack}.yaml ${stack}`
  }
  /** The checks with the IDs of resources and projects. */
  const withIds = (checks: readonly Check[], ids: Readonly<Record<string, string>>): Check[] =>
    checks.map(([line, ...printed]) => {
      const put = (text: string) =>
        text.replace(/\{(\w+)\}/g, (all, name: string) => ids[name] ?? projects[name] ?? all)
      return [`${put(line)} -f value`, ...printed.map(put)]
    })
  const linesOf = (text: string): string[] => text.split('\n').map((one) => one.trim())

  async function areThere(checks: readonly Check[]): Promise<void> {
    for (const [line, ...wanted] of checks) {
      const printed = linesOf(await done(line))
      for (const one of wanted) assert.ok(printed.includes(one), `${line}: no ${one} in ${printed.join('|')}`)
    }
  }

  async function areGone(checks: readonly Check[]): Promise<void> {
    for (const [line, ...unwanted] of checks) {
      const {status, stdout, stderr} = await run(line)
      assert.ok(status === 0 || status === 4, `${line}: ${stderr}`)
      for (const one of unwanted) assert.ok(!linesOf(stdout).includes(one), `${line}: ${one}`)
    }
  }

  async function tell(stack: string, {resources, created, changes, changed}: Story): Promise<void> {
    await done(`stack create --wait ${template(stack, resources)}`)
    const idsOf = () => pairs(`stack resource list ${stack}`, 'resource_name', 'physical_resource_id')
    const ids = await idsOf()
    await areThere(withIds(created, ids))
    if (changes.length > 0) {
      await done(`stack update --wait ${template(stack, replaced(resources, changes))}`)
      assert.deepEqual(await idsOf(), ids, 'nothing was replaced')
      await areThere(withIds(changed, ids))
    }
    await done(`stack delete --yes --wait ${stack}`)
    await areGone(withIds([...created, ...changed], ids))
  }

  for (const [i, story] of STORIES.entries()) it(story.types, () => tell(`story-${i}`, story))
})

function replaced(text: string, changes: Story['changes']): string {
  let result = text
  for (const [from, to] of changes) {
    assert.ok(result.includes(from), `the template contains ${from}`)
    result = result.replace(from, to)
  }
  return result
}
