import assert from 'node:assert/strict'
import {absentIn} from '#advice/suggest/absent'
import {explain} from '#advice/suggest/explain'
import {suggest} from '#advice/suggest/lines'
import {LineFault} from '#line/fault'
import {unknownCommand} from '#line/unknown-command'
import {leadingWords} from '#line/words'
import {fixedCore, fixedIndex} from '../../../support/fixed-core.ts'

const index = fixedIndex()

describe('the line that was meant', () => {
  const cases: [string, string[], string][] = [
    ['keeps options and arguments', ['stak', 'show', 'web', '-f', 'json'], 'osc stack show web -f json'],
    ['one argument where two readings are one command', ['describe', 'stack', 'web'], 'osc stack show web'],
    ['no argument in front of its command', ['web', 'stack', 'show'], 'osc stack show web'],
    ['the longest name of an old client', ['heat', 'resource', 'type', 'list'], 'osc orchestration resource type list'],
    ['a format as a value', ['stak', 'list', '--json'], 'osc stack list --format json'],
    ['what deploys', ['stack', 'deploy', '-t', 'web.yaml', 'web'], 'osc stack create -t web.yaml web'],
    ['what grants a role', ['grant', 'role', 'reader'], 'osc role add reader'],
    ['what makes a token', ['token', 'get'], 'osc token issue'],
    ['puts the words in order around an argument', ['show', 'web', 'stack'], 'osc stack show web'],
    ['quotes what a shell would change', ['stak', 'show', "it's $HOME"], "osc stack show 'it'\\''s $HOME'"],
    ['keeps global options in front', ['--os-cloud', 'x', 'stak', 'list'], 'osc --os-cloud x stack list'],
    ['corrects a global option', ['--os-clud', 'x', 'stack', 'list'], 'osc --os-cloud x stack list'],
    ['looks behind an unknown option', ['stack', '--nestd', 'list'], 'osc stack list --nested'],
    ['masks passwords', ['user', 'craete', '--password', 'hunter2', 'joe'], "osc user create --password '***' joe"],
    [
      'masks passwords behind =',
      ['user', 'craete', '--password=hunter2', 'joe'],
      "osc user create '--password=***' joe",
    ],
    ['masks misspelt ones', ['user', 'craete', '--passwrd', 'hunter2', 'joe'], "osc user create --password '***' joe"],
    [
      'masks passwords of parameters',
      ['stak', 'create', '--parameter', 'db_password=x', 'web'],
      "osc stack create --parameter 'db_password=***' web",
    ],
    [
      'masks passwords of addresses',
      ['stak', 'show', 'http://me:secret@host/'],
      "osc stack show 'http://me:***@host/'",
    ],
    ['masks tokens', ['token', 'revok', 'gAAAAABx'], "osc token revoke '***'"],
    ['corrects options too', ['stak', 'list', '--proprty', 'a=b'], 'osc stack list --property a=b'],
    [
      "today's name of an old line",
      ['heat', 'stack-create', '-f', 'net.yaml', '-P', 'a=b', 'web'],
      "osc stack create --template net.yaml --parameter 'a=***' web",
    ],
    [
      'an old option that is an argument now',
      ['keystone', 'user-create', '--name', 'joe', '--tenant', 'demo', '--pass', 'x'],
      "osc user create --project demo --password '***' joe",
    ],
    ['an old command that is an option now', ['heat', 'stack-preview', 'web'], 'osc stack create --dry-run web'],
    [
      'a command of a plugin that is not there',
      ['nova', 'boot', '--flavor', 'm1.tiny', 'web'],
      'osc server create --flavor m1.tiny web',
    ],
    ['without the name of the program', ['openstack', 'stack', 'list'], 'osc stack list'],
    ['an argument between noun and verb', ['project', 'x', 'delete'], 'osc project delete x'],
    ['many where the noun says so', ['get', 'stacks'], 'osc stack list'],
    ['what is installed before what no plugin has', ['pause', 'stack', 'x'], 'osc stack suspend x'],
    ['an option in words', ['add', 'role', 'r', 'to', 'user', 'joe'], 'osc role add r --user joe'],
    [
      'several',
      ['add', 'role', 'r', 'to', 'user', 'joe', 'in', 'project', 'p', '-v'],
      'osc role add r --user joe --project p -v',
    ],
    ['a place for what was not said', ['add', 'role', 'to', 'user'], 'osc role add --user USER ROLE'],
    ['arguments behind their nouns', ['add', 'user', 'joe', 'to', 'group', 'staff'], 'osc group add user staff joe'],
    ['several of one noun', ['add', 'users', 'a', 'b', 'to', 'group', 'c'], 'osc group add user c a b'],
    ['arguments in their order', ['staff', 'group', 'add', 'users', 'joe'], 'osc group add user staff joe'],
    ['a password in words, masked', ['user', 'set', 'password', 'x'], "osc user set --password '***' x"],
    ['a verb and a noun as one word', ['adduser', 'x'], 'osc user create x'],
    ['a noun and a verb as one word', ['usermod', 'joe'], 'osc user set joe'],
    ['no filler that is an argument', ['stak', 'delete', 'a', 'b'], 'osc stack delete a b'],
    ['no words behind --', ['stak', 'delete', '--', 'to', 'user'], 'osc stack delete -- to user'],
    ['leaves alone what follows --', ['stak', 'show', '--', '--weird'], 'osc stack show -- --weird'],
  ]
  for (const [name, argv, expected] of cases)
    it(name, () => assert.equal(suggest(argv, leadingWords(argv), index, 'osc').lines[0], expected))
})

describe('lines that were meant', () => {
  const meant = (line: string) => suggest(line.split(' '), leadingWords(line.split(' ')), index, 'osc')
  it('are not made with more arguments than their command takes', () => {
    assert.deepEqual(meant('stack events web').lines, ['osc stack event list web', 'osc stack event show web'])
    assert.deepEqual(meant('assignment role list --projct x').lines, ['osc role assignment list --project x'])
    assert.deepEqual(meant('list role assignments').lines, ['osc role assignment list'])
  })
  it('are those of the noun where a verb means nothing', () =>
    assert.deepEqual(meant('stack rollback web'), {lines: [], absent: [], noun: 'stack'}))
  it('keep an argument too many where the command is plain', () =>
    assert.deepEqual(meant('stak show web more').lines, ['osc stack show web more']))
  it('say which commands no plugin has', () => {
    assert.deepEqual(meant('nova boot web').absent, ['server create'])
    assert.deepEqual(meant('heat stack-list').absent, [])
    assert.deepEqual(meant('list images'), {lines: ['osc image list'], absent: ['image list'], noun: 'image'})
  })
})

describe('what OpenStack has and no plugin', () => {
  const ids = Object.keys(index.commands)
  const cases: [string, string | undefined][] = [
    ['server list', 'server list'],
    ['server list --long', 'server list'],
    ['server', 'server'],
    ['server frobnicate x', 'server'],
    ['volume snapshot create x', 'volume snapshot create'],
    ['stack list', undefined],
    ['stack frobnicate', undefined],
    ['quota frobnicate', undefined],
    ['loadbalancer create web', 'loadbalancer'],
    ['coe cluster list', 'coe cluster'],
    ['zone list', 'zone'],
    ['frobnicate', undefined],
    ['constructor', undefined],
  ]
  for (const [line, name] of cases)
    it(line, () =>
      assert.equal(
        absentIn(
          leadingWords(line.split(' ')).map(({text}) => text),
          ids,
        ),
        name,
      ),
    )

  it('is said, with a way to its service', () => {
    const {message, hint} = unknownCommand(['server', 'list'], index, {program: 'osc', coreRoot: fixedCore()})
    assert.equal(message, "'server list' is not an osc command.")
    assert.equal(hint, "No installed or known plugin provides 'server list'. To call the API directly: osc help api")
  })
})

describe('a command with a wrong option', () => {
  const refused = (argv: string[], used: number[], id: string, fault: LineFault['fault']) =>
    explain(
      new LineFault('Wrong.', fault, {hint: 'Before.'}),
      {argv, used, id, index, program: 'osc'},
      {namesOf: () => undefined, wide: true},
    ).hint
  const option = {kind: 'option', option: ''} as const
  const choice = {kind: 'choice', value: ''} as const

  const cases: [string, string[], LineFault['fault'], string][] = [
    ['a misspelt one', ['user', 'list', '--projct', 'a b'], option, "Did you mean:\n  osc user list --project 'a b'"],
    [
      'a name of an older client',
      ['user', 'list', '--tenant', 'x'],
      option,
      'Did you mean:\n  osc user list --project x',
    ],
    [
      'a global one',
      ['user', 'list', '--os-regoin-name', 'x'],
      option,
      'Did you mean:\n  osc user list --os-region-name x',
    ],
    [
      'two at once',
      ['user', 'list', '--projct', 'x', '--domian', 'y'],
      option,
      'Did you mean:\n  osc user list --project x --domain y',
    ],
    ['a misspelt choice', ['user', 'list', '-f', 'jsn'], choice, 'Before.\nDid you mean:\n  osc user list -f json'],
    [
      'a misspelt choice of an argument',
      ['user', 'list', 'compute', 'pubilc', 'http://x'],
      choice,
      'Before.\nDid you mean:\n  osc endpoint create compute public http://x',
    ],
    ['the format of kubectl', ['user', 'list', '-o', 'json'], option, 'Did you mean:\n  osc user list --format json'],
    ['the same in one word', ['user', 'list', '-oyaml'], option, 'Did you mean:\n  osc user list --format yaml'],
    ['the wide list of kubectl', ['user', 'list', '-o', 'wide'], option, 'Did you mean:\n  osc user list --long'],
    ['an unknown format of kubectl', ['user', 'list', '-o', 'name'], option, 'Before.'],
    ['one like nothing', ['user', 'list', '--zzzzzz'], option, 'Before.'],
    [
      'one that is said in words',
      ['user', 'list', 'project', 'demo'],
      {kind: 'extra'},
      'Before.\nDid you mean:\n  osc user list --project demo',
    ],
    [
      'an argument where a few options take values',
      ['region', 'list', 'x'],
      {kind: 'extra'},
      'Before. Options that take a value: --parent-region.',
    ],
    ['an argument too many', ['user', 'list', 'demo'], {kind: 'extra'}, 'Before.'],
  ]
  for (const [name, argv, fault, expected] of cases)
    it(name, () =>
      assert.equal(
        refused(
          argv,
          [0, 1],
          expected.includes('endpoint create') ? 'endpoint create' : argv.slice(0, 2).join(' '),
          fault,
        ),
        expected,
      ),
    )
})

describe('what takes something away', () => {
  const linesFor = (...argv: string[]) => {
    return suggest(argv, leadingWords(argv), index, 'osc').lines.join('\n')
  }

  it('is not suggested unless the line asked for it', async () => {
    for (const argv of [
      ['auth', 'status'],
      ['stack', 'logs', 'a'],
      ['stack', 'wait', 'a'],
    ])
      assert.doesNotMatch(linesFor(...argv), /revoke|abandon|delete|cancel|suspend/)
  })

  it('is suggested where it was asked for, misspelt or by another word', async () => {
    assert.match(linesFor('user', 'delte', 'bob'), /^osc user delete bob/)
    assert.match(linesFor('user', 'rm', 'bob'), /^osc user delete bob/)
  })
})
