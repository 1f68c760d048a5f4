import assert from 'node:assert/strict'
import {chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs'
import {devNull, tmpdir, userInfo} from 'node:os'
import {isAbsolute, join} from 'node:path'
import {candidates} from '#cloud/config/places'
import {codeFolder} from '#files/code-folder'
import {cacheDirOf, dataDirOf, homeOf} from '#process'

describe('folders of osc', () => {
  const account = userInfo().homedir
  const homes: [Record<string, string>, string][] = [
    [{HOME: '/home/me'}, '/home/me'],
    [{}, account],
    [{HOME: ''}, account],
    [{HOME: 'relative'}, account],
    [{HOME: '.'}, account],
  ]
  for (const [env, home] of homes) {
    it(`are below ${home} with ${JSON.stringify(env)}`, () => {
      assert.equal(homeOf(env), home)
      assert.equal(cacheDirOf(env), `${home}/.cache/osc`)
      assert.equal(dataDirOf(env), `${home}/.local/share/osc`)
    })
  }

  for (const value of ['', 'relative', './cache', '../cache']) {
    it(`ignore '${value}' in XDG variables`, () => {
      const env = {HOME: '/home/me', XDG_CACHE_HOME: value, XDG_DATA_HOME: value, XDG_CONFIG_HOME: value}
      assert.equal(cacheDirOf(env), '/home/me/.cache/osc')
      assert.equal(dataDirOf(env), '/home/me/.local/share/osc')
      const files = candidates('clouds', {env: {...env, XDG_CONFIG_DIRS: value}, cwd: '/work', home: '/home/me'})
      assert.ok(files.every(isAbsolute))
    })
  }

  it('follow absolute XDG variables, and OSC_CACHE_DIR and OSC_DATA_DIR before these', () => {
    const env = {XDG_CACHE_HOME: '/c', XDG_DATA_HOME: '/d'}
    assert.deepEqual([cacheDirOf(env), dataDirOf(env)], ['/c/osc', '/d/osc'])
    const own = {...env, OSC_CACHE_DIR: '/x', OSC_DATA_DIR: '/y'}
    assert.deepEqual([cacheDirOf(own), dataDirOf(own)], ['/x', '/y'])
  })

  it('cannot exist for a user without a home', () => {
    assert.equal(codeFolder(join(devNull, '.cache', 'osc')), undefined)
  })
})

describe('the folder for compiled code', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'osc-code-'))
  })
  afterEach(() => rmSync(root, {recursive: true, force: true}))

  it('is made for this user alone', () => {
    const cache = join(root, 'a', 'osc')
    assert.equal(codeFolder(cache), join(cache, 'code'))
    assert.ok(existsSync(join(cache, 'code')))
    assert.equal(codeFolder(cache), join(cache, 'code'))
  })

  const unsafe: [string, (folder: string) => void][] = [
    ['others can write to it', (folder) => chmodSync(folder, 0o777)],
    ['its group can write to it', (folder) => chmodSync(folder, 0o770)],
    ['others can replace it', (folder) => chmodSync(join(folder, '..'), 0o777)],
    [
      'it is a link',
      (folder) => {
        rmSync(folder, {recursive: true})
        symlinkSync(tmpdir(), folder)
      },
    ],
  ]
  for (const [reason, spoil] of unsafe) {
    it(`is not used where ${reason}`, () => {
      const folder = join(root, 'osc', 'code')
      mkdirSync(folder, {recursive: true, mode: 0o700})
      spoil(folder)
      assert.equal(codeFolder(join(root, 'osc')), undefined)
    })
  }
})
