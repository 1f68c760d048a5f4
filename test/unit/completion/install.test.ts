import assert from 'node:assert/strict'
import {existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {install, uninstall} from '#completion/install/apply'
import {installation, SHELLS, shellOf} from '#completion/install/shells'

describe('the installation of completion', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "osc-test-it's-"))
  })
  afterEach(() => rmSync(home, {recursive: true}))
  const parts = (shell: (typeof SHELLS)[number]) =>
    installation(shell, 'osc', {env: {HOME: home}, dataDir: join(home, 'data')})

  for (const shell of SHELLS) {
    it(`${shell}: once, and out again`, () => {
      const {file, script, profile} = parts(shell)
      const before = '# mine\nexport A=1'
      if (shell === 'bash' && profile) writeFileSync(profile.file, before)
      const printed = install(parts(shell), 'osc')
      assert.ok(printed.some((line) => line.includes(file)))
      assert.equal(readFileSync(file, 'utf8'), script)
      assert.deepEqual(install(parts(shell), 'osc'), [])
      if (profile) assert.equal(readFileSync(profile.file, 'utf8').split(profile.line).length, 2)
      assert.equal(uninstall(parts(shell), 'osc').length, printed.length)
      assert.ok(!existsSync(file))
      assert.deepEqual(uninstall(parts(shell), 'osc'), [])
      if (shell === 'bash' && profile) assert.equal(readFileSync(profile.file, 'utf8'), `${before}\n`)
    })
  }

  it('writes through a link', () => {
    writeFileSync(join(home, 'dotfile'), '')
    symlinkSync(join(home, 'dotfile'), join(home, '.zshrc'))
    install(parts('zsh'), 'osc')
    assert.match(readFileSync(join(home, 'dotfile'), 'utf8'), /osc completion/)
  })

  it('keeps bytes of a profile that are not UTF-8', () => {
    const {profile} = parts('bash')
    assert.ok(profile)
    const before = Buffer.from('# caf\u00e9\n', 'latin1')
    writeFileSync(profile.file, before)
    install(parts('bash'), 'osc')
    assert.deepEqual(readFileSync(profile.file).subarray(0, before.length), before)
    uninstall(parts('bash'), 'osc')
    assert.deepEqual(readFileSync(profile.file), before)
  })

  it('writes the name of a program that is not Latin-1', () => {
    const program = 'облако'
    const named = () => installation('bash', program, {env: {HOME: home}, dataDir: join(home, 'data')})
    const {profile} = named()
    assert.ok(profile)
    install(named(), program)
    const written = readFileSync(profile.file, 'utf8')
    assert.equal(written, `# >>> ${program} completion >>>\n${profile.line}\n# <<< ${program} completion <<<\n`)
    assert.deepEqual(install(named(), program), [])
    uninstall(named(), program)
    assert.equal(readFileSync(profile.file, 'utf8'), '')
  })

  it('says what it cannot write', () => {
    writeFileSync(join(home, 'data'), 'in the way')
    assert.throws(() => install(parts('bash'), 'osc'), /Shell completion cannot read or write .*osc\.bash: /)
  })

  it('knows the shell that one logs in with', () => {
    assert.equal(shellOf(undefined, {SHELL: '/usr/bin/zsh'}), 'zsh')
    assert.equal(shellOf('fish', {SHELL: '/usr/bin/zsh'}), 'fish')
    assert.throws(() => shellOf(undefined, {SHELL: '/bin/tcsh'}), /SHELL is \/bin\/tcsh/)
    assert.throws(() => shellOf(undefined, {}), /SHELL is not set/)
  })
})
