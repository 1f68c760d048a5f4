import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('volume group', () => {
  const {cloud, json, ok, osc, refuses} = story('volume type create fast')
  const show = (name: string, ...options: string[]) => json(`volume group show ${name}`, ...options)
  const typeOf = (name: string) => json(`volume group type show ${name}`)

  it('has types', async () => {
    const created = await json('volume group type create --private --description Text consistent')
    assert.deepEqual([created['Is Public'], created.Description, created.Properties], [false, 'Text', {}])
    await ok('volume group type set --property a=b --property c=d consistent')
    assert.deepEqual((await typeOf('consistent')).Properties, {a: 'b', c: 'd'})
    const set = await json(
      'volume group type set --no-property --property',
      'e=<is> True',
      '--name',
      'same',
      'consistent',
    )
    assert.deepEqual([set.Name, set.Properties], ['same', {e: '<is> True'}])
    const names = async (...options: string[]) =>
      (await json('volume group type list', ...options)).map(({Name}: {Name: string}) => Name).sort()
    assert.deepEqual(await names(), ['default_cgsnapshot_type'])
    await ok('volume group type set --public same')
    assert.deepEqual(await names(), ['default_cgsnapshot_type', 'same'])
    assert.deepEqual(await names('--default'), ['default_cgsnapshot_type'])
  })

  it('creates, from a type and as copies', async () => {
    const group = await json('volume group create --volume-group-type same --volume-type fast --name db')
    assert.deepEqual([group.Status, group.Name, group['Availability Zone']], ['available', 'db', 'nova'])
    assert.equal(group['Group Type'], (await typeOf('same')).ID)
    const snapshot = await json('volume group snapshot create --name night db')
    assert.deepEqual([snapshot.Group, snapshot['Group Type'], snapshot.Status], [group.ID, group['Group Type'], null])
    const copy = await json('volume group create --group-snapshot night --name copy')
    assert.equal(copy['Group Snapshot ID'], snapshot.ID)
    const twin = await osc('volume group create --source-group db --availability-zone z --name twin -f json')
    assert.equal(JSON.parse(twin.stdout)['Source Group ID'], group.ID)
    assert.match(twin.stderr, /Warning: --availability-zone has no effect/)
    const old = await osc('volume group create same fast --name old -f json')
    assert.equal(JSON.parse(old.stdout).Name, 'old')
    assert.match(old.stderr, /Warning: arguments are deprecated here/)
  })

  it('lists and shows', async () => {
    assert.equal((await json('volume group list')).length, 4)
    assert.deepEqual((await json('volume group snapshot list'))[0].Name, 'night')
    assert.equal((await json('volume group snapshot show night')).Status, 'available')
    const plain = await show('db')
    assert.deepEqual([plain.Volumes, 'Replication Targets' in plain], [null, false])
    const full = await show('db', '--no-volumes', '--volumes', '--replication-targets')
    assert.deepEqual([full.Volumes, full['Replication Targets']], [[], []])
  })

  it('changes', async () => {
    const set = await json('volume group set --name sql --description Text --enable-replication db')
    assert.deepEqual([set.Name, set.Description], ['sql', 'Text'])
    const stored = () => cloud().sandbox.cloud.store.collection('volume/groups').get(set.ID)
    assert.equal(stored()?.replication_status, 'enabled')
    await ok('volume group set --disable-replication sql')
    assert.equal(stored()?.replication_status, 'disabled')
    await ok('volume group failover --allow-attached-volume --secondary-backend-id b sql')
    assert.equal(stored()?.replication_status, 'failed-over')
  })

  it('deletes', async () => {
    await ok('volume group snapshot delete night')
    for (const name of ['sql', 'copy', 'twin']) await ok(`volume group delete ${name}`)
    await ok('volume group delete --force old')
    assert.deepEqual(await json('volume group list'), [])
    await ok('volume group type delete same')
    assert.equal((await osc('volume group type show same')).status, 4)
  })

  refuses([
    ['volume group create', /What the group is created from is missing/],
    ['volume group create --volume-group-type t', /needs a volume type/],
    ['volume group create --source-group a --group-snapshot b', /--source-group|--group-snapshot/],
    ['volume group create --source-group a t v', /--source-group cannot be combined with the argument/],
    ['volume group create --volume-type a t v', /--volume-type cannot be combined with the argument/],
    ['volume group set --enable-replication --disable-replication x', /--enable-replication/],
    ['volume group show nosuch', /No volume group with a name or ID of 'nosuch' exists/, 4],
    ['volume group snapshot show nosuch', /No volume group snapshot with a name or ID of 'nosuch' exists/, 4],
    ['--os-volume-api-version 3.12 volume group list', /3\.13/],
    ['--os-volume-api-version 3.20 volume group show --volumes x', /--volumes.*3\.25/],
  ])
})
