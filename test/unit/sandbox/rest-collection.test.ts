import assert from 'node:assert/strict'
import {onSandbox} from '../../../plugins/sandbox/test/support/on-sandbox.ts'

const PATH = '/widgets/v1/widgets'

describe('restCollection', () => {
  const {ask} = onSandbox()
  const create = async (widget: object, token?: string) => {
    const {status, body} = await ask(`POST ${PATH}`, {widget}, token)
    assert.equal(status, 201, JSON.stringify(body))
    return body.widget as Record<string, unknown>
  }
  const names = async (query: string, token?: string) => {
    const {body} = await ask(`GET ${PATH}?${query}`, undefined, token)
    return (body.widgets as {name: string}[]).map(({name}) => name)
  }

  it('creates with defaults, for the caller’s project', async () => {
    const {id, ...rest} = await create({name: 'cog', size: 3})
    assert.match(String(id), /^[0-9a-f]{32}$/)
    assert.deepEqual(rest, {name: 'cog', size: 3, color: null, tags: [], status: 'ACTIVE', project_id: 'p1'})
  })

  const wrong: [object, RegExp][] = [
    [{}, /key 'widget'/],
    [{widget: {}}, /'name' is a required property/],
    [{widget: {name: 7}}, /'name': it must be of type string/],
    [{widget: {name: null}}, /'name'/],
    [{widget: {name: 'a', size: 1.5}}, /'size': it must be of type integer/],
    [{widget: {name: 'a', color: 'green'}}, /'color': it must be one of red, blue/],
    [{widget: {name: 'a', status: 'DOWN'}}, /'status' cannot be set on a widget/],
    [{widget: {name: 'a', weight: 1}}, /'weight' cannot be set on a widget/],
  ]
  for (const [sent, message] of wrong) {
    it(`refuses ${JSON.stringify(sent)}`, async () => {
      const {status, body} = await ask(`POST ${PATH}`, sent)
      assert.equal(status, 400)
      assert.match(JSON.stringify(body), message)
    })
  }

  it('refuses a name that the project has, and lets another project have it', async () => {
    await create({name: 'gear'})
    assert.equal((await ask(`POST ${PATH}`, {widget: {name: 'gear'}})).status, 409)
    await create({name: 'gear'}, 'demo-token')
  })

  it('shows others nothing of a project', async () => {
    const {id} = await create({name: 'hidden'})
    assert.equal((await ask(`GET ${PATH}/${id}`, undefined, 'demo-token')).status, 404)
    assert.deepEqual(await names('', 'demo-token'), ['gear'])
  })

  it('filters, sorts and pages', async () => {
    for (const name of ['e', 'd', 'c', 'b']) await create({name, color: 'blue', size: 9})
    assert.deepEqual(await names('color=blue'), ['e', 'd', 'c', 'b'])
    assert.deepEqual(await names('color=blue&sort_key=name&sort_dir=asc'), ['b', 'c', 'd', 'e'])
    for (const sort of ['sort=size,name:desc', 'sort=size&sort=name:desc'])
      assert.deepEqual(await names(`color=blue&${sort}`), ['e', 'd', 'c', 'b'])
    const {body} = await ask(`GET ${PATH}?color=blue&sort=name&limit=3`)
    assert.deepEqual(
      (body.widgets as {name: string}[]).map(({name}) => name),
      ['b', 'c', 'd'],
    )
    const [{href} = {href: ''}] = body.widgets_links as {href: string}[]
    assert.deepEqual(await names(new URL(href).search.slice(1)), ['e'])
  })

  for (const query of ['limit=x', 'marker=none', 'sort=name:up']) {
    it(`refuses ?${query}`, async () => assert.equal((await ask(`GET ${PATH}?${query}`)).status, 400))
  }

  it('updates, and keeps what was not sent', async () => {
    const {id} = await create({name: 'nut', size: 4})
    const {body} = await ask(`PATCH ${PATH}/${id}`, {widget: {color: 'red'}})
    assert.deepEqual([(body.widget as {size: number}).size, (body.widget as {color: string}).color], [4, 'red'])
    assert.equal((await ask(`PATCH ${PATH}/${id}`, {widget: {name: 'gear'}})).status, 409)
  })

  it('deletes, for whom it may', async () => {
    const {id} = await create({name: 'bolt'})
    assert.equal((await ask(`DELETE ${PATH}/${id}`, undefined, 'demo-token')).status, 403)
    assert.equal((await ask(`DELETE ${PATH}/${id}`)).status, 204)
    assert.equal((await ask(`GET ${PATH}/${id}`)).status, 404)
  })
})
