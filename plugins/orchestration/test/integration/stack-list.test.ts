import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asObject, asText} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {cloudEntry, oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, type Context, describe, it} from 'mocha'
import {NESTED, TEMPLATE} from './support/templates.ts'

/** Heat's own policy lets nobody list the stacks of all projects; a cloud may know better. */
async function needsAllProjects(context: Context): Promise<void> {
  if ((await api('orchestration', 'GET', '/stacks?global_tenant=true&limit=1')).status === 403) context.skip()
}

/** Variables alone: openstack 6.0 stays in the project that clouds.yaml names. */
async function inProject(project: string): Promise<Record<string, string | undefined>> {
  const {auth, region_name: region} = await cloudEntry()
  const options = Object.entries({...asObject(auth), project_name: project, region_name: region})
  const variables = options.map(([key, value]) => [`OS_${key.toUpperCase()}`, asText(value)])
  const own = {OS_CLOUD: undefined, OS_CLIENT_CONFIG_FILE: undefined, OS_IDENTITY_API_VERSION: '3'}
  return {...Object.fromEntries(variables), ...own}
}

describe('stack list of a project with several stacks', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  const project = uniqueName('project')
  let env: Record<string, string | undefined> = {}
  const inside = (...argv: string[]) => ok(osc(argv, {env}))
  let id = ''
  let marker = ''

  before(async function () {
    this.timeout(120_000)
    for (const [name, text] of Object.entries({...NESTED, 'web.yaml': TEMPLATE}))
      writeFileSync(join(osc.place.work, name), text)
    env = await inProject(project)
    const user = env.OS_USERNAME ?? ''
    later('project', 'delete', project)
    id = await ok(osc('project', 'create', project, '-f', 'value', '-c', 'id'))
    await ok(osc('role', 'add', '--project', id, '--user', user, 'admin'))
    const make = (name: string, ...more: string[]) =>
      osc(['stack', 'create', '-t', 'web.yaml', ...more, '--wait', name, '-f', 'value', '-c', 'id'], {env})
    await Promise.all([
      make('alpha', '--tags', 'red,blue'),
      make('beta', '--tags', 'red', '--parameter', 'fail=true'),
      make('hidden', '--tags', 'data-processing-cluster'),
      make('gone'),
      make('nested', '-t', 'outer.yaml'),
    ])
    await Promise.all([
      inside('stack', 'delete', '--yes', '--wait', 'gone'),
      inside('stack', 'update', '--existing', '--tags', 'green', '--wait', 'nested'),
    ])
    const rows = async (column: string, ...options: string[]) => {
      const line = ['stack', 'list', '--hidden', ...options, '--property', `tenant=${id}`, '--sort', 'stack_name']
      return (await inside(...line, '-f', 'value', '-c', column)).split('\n')
    }
    const [first = '', ...others] = await rows('ID')
    // The project can go when they have gone.
    later('stack', 'delete', '--yes', '--wait', first, ...others)
    marker = first
    assert.deepEqual(await rows('Stack Name', '--deleted'), ['alpha', 'beta', 'gone', 'hidden', 'nested'])
  })

  const withOtherColumns = [
    [],
    ['--short'],
    ['--nested'],
    ['--deleted'],
    ['-c', 'Stack Name', '-c', 'Stack Status', '--sort-column', 'Stack Name'],
    ['--long'],
    ['--all-projects'],
    ['--nested', '--deleted', '--hidden', '--long', '--short'],
  ]
  const withOtherRows = [
    ['--hidden'],
    ['--property', 'status=COMPLETE'],
    ['--property', 'status=FAILED', '--property', 'action=CREATE'],
    ['--tags', 'red'],
    ['--tags', 'red,blue'],
    ['--tags', 'green,blue', '--tag-mode', 'any'],
    ['--tags', 'red,blue', '--tag-mode', 'not'],
    ['--tags', 'red,blue', '--tag-mode', 'not-any'],
    ['--tags', 'nothing'],
    ['--sort', 'stack_name'],
    ['--sort', 'stack_status:desc,stack_name:asc'],
    ['--limit', '2', '--sort', 'creation_time:desc'],
    ['--marker', 'FIRST'],
    ['--limit', '1', '--marker', 'FIRST', '--short'],
  ]
  for (const options of [...withOtherColumns, ...withOtherRows]) {
    it(`stack list ${options.join(' ')}`, async function () {
      if (/--(long|all-projects)/.test(options.join(' '))) await needsAllProjects(this)
      const line = options.map((word) => word.replace('FIRST', marker))
      const formats = withOtherColumns.includes(options) ? 'list' : ['table', 'json']
      // Administrators are shown the stacks of all projects, which come and go.
      await same(['stack', 'list', ...line, '--property', `tenant=${id}`], {formats, env})
    })
  }
})
