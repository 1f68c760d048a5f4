import assert from 'node:assert/strict'
import {asArray, asObject} from '@osc-cli/core'
import {messageOf, onKeystone} from './on-keystone.ts'

describe('role assignments of the sandbox', () => {
  const {ask, make, idOf} = onKeystone()
  const ids: Record<string, string> = {}
  const path = (text: string) => text.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? name)
  const put = async (text: string) => assert.equal((await ask(`PUT ${path(text)}`)).status, 204, text)

  before(async () => {
    ids.member = await idOf('/roles?name=member', 'roles')
    ids.reader = await idOf('/roles?name=reader', 'roles')
    ids.top = await make('/projects', 'project', {name: 'top'})
    ids.low = await make('/projects', 'project', {name: 'low', parent_id: ids.top})
    ids.user = await make('/users', 'user', {name: 'eve'})
    ids.group = await make('/groups', 'group', {name: 'club'})
    await put('/groups/{group}/users/{user}')
    await put('/projects/{top}/groups/{group}/roles/{reader}')
    await put('/OS-INHERIT/projects/{top}/users/{user}/roles/{member}/inherited_to_projects')
    await put('/system/users/{user}/roles/{reader}')
  })

  /** `user:eve role@place`, sorted. */
  async function listed(query: string): Promise<string[]> {
    const {body} = await ask(`GET ${path(`/role_assignments?include_names&${query}`)}`)
    const rows = asArray(body.role_assignments).map(asObject)
    return rows
      .map(({user, group, role, scope}) => {
        const who = user ? `user:${asObject(user).name}` : `group:${asObject(group).name}`
        const {project, domain, system, ...inherited} = asObject(scope)
        const place = system ? 'system' : asObject(project ?? domain).name
        const mark = Object.keys(inherited).length > 0 ? '+' : ''
        return `${who} ${asObject(role).name}@${place}${mark}`
      })
      .sort()
  }

  const lists: [string, string[]][] = [
    ['user.id={user}', ['user:eve member@top+', 'user:eve reader@system']],
    ['group.id={group}', ['group:club reader@top']],
    ['scope.project.id={top}', ['group:club reader@top', 'user:eve member@top+']],
    ['scope.project.id={top}&include_subtree', ['group:club reader@top', 'user:eve member@top+']],
    ['scope.system=all&user.id={user}', ['user:eve reader@system']],
    ['user.id={user}&effective', ['user:eve member@low+', 'user:eve reader@low+', 'user:eve reader@top']],
    ['scope.project.id={low}&effective', ['user:eve member@low+', 'user:eve reader@low+']],
    ['scope.project.id={low}&effective&role.id={member}', ['user:eve member@low+']],
    ['scope.project.id={top}&scope.OS-INHERIT:inherited_to=projects', ['user:eve member@top+']],
    ['user.id=none', []],
  ]
  for (const [query, expected] of lists) {
    it(query, async () => assert.deepEqual(await listed(query), expected))
  }

  const refused: [string, RegExp][] = [
    ['user.id=a&group.id=b', /user or group, not both/],
    ['scope.project.id={top}&scope.domain.id=default', /domain or project, not both/],
    ['scope.system=all&scope.domain.id=default', /system or domain, not both/],
    ['group.id={group}&effective', /always result in an empty list/],
    ['include_subtree', /scope.project.id must be specified/],
  ]
  for (const [query, message] of refused) {
    it(`refuses ${query}`, async () => {
      const answered = await ask(`GET ${path(`/role_assignments?${query}`)}`)
      assert.equal(answered.status, 400)
      assert.match(messageOf(answered), message)
    })
  }

  it('link to the grant, the membership and the role that they come from', async () => {
    const {body} = await ask(`GET ${path('/role_assignments?user.id={user}&scope.project.id={low}&effective')}`)
    const [own, implied] = asArray(body.role_assignments).map((row) => asObject(asObject(row).links))
    const grant = path('/OS-INHERIT/projects/{top}/users/{user}/roles/{member}/inherited_to_projects')
    assert.ok(String(own?.assignment).endsWith(grant))
    assert.ok(String(implied?.prior_role).endsWith(path('/prior_role/{reader}/implies/{member}')))
    const top = await ask(`GET ${path('/role_assignments?user.id={user}&scope.project.id={top}&effective')}`)
    const [byGroup] = asArray(top.body.role_assignments).map((row) => asObject(asObject(row).links))
    assert.ok(String(byGroup?.membership).endsWith(path('/groups/{group}/users/{user}')))
  })
})
