import assert from 'node:assert/strict'
import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {startTestCloud, type TestCloud} from '#testing/index'
import {program} from '../../support/program.ts'
import {run} from '../../support/run.ts'

const COMMENTED = `# Our clouds
clouds:
  # Do not use on Fridays
  prod:
    # production
    auth:
      auth_url: https://prod.example.com/v3
      username: "012"
    region_name: east
`

describe('osc cloud', () => {
  let cloud: TestCloud
  let home: string
  let clouds: string

  before(async function () {
    this.timeout(20_000)
    cloud = await startTestCloud()
    home = join(cloud.work, 'own-home')
    clouds = join(home, '.config/openstack/clouds.yaml')
  })
  after(() => cloud.close())
  beforeEach(() => rmSync(home, {recursive: true, force: true}))

  const write = (text: string, file = clouds) => {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text, {mode: 0o644})
  }
  const osc = (line: string, env: Record<string, string> = {}) =>
    cloud.run(line.split(' '), {
      cwd: cloud.work,
      env: {HOME: home, OSC_DATA_DIR: join(home, 'data'), OS_CLIENT_CONFIG_FILE: '', OS_CLOUD: '', ...env},
    })
  /** A line as the README has it. */
  const sh = (line: string, env: Record<string, string>) => osc(line.replace(/^osc /, ''), env)
  const password = () => cloud.sandbox.cloud.secret('admin-password')
  const account = () => ({
    OS_AUTH_URL: `${cloud.sandbox.cloud.url}/identity/v3`,
    OS_USERNAME: 'admin',
    OS_PASSWORD: password(),
    OS_PROJECT_NAME: 'admin',
  })

  describe('add', () => {
    it('writes a private file with an entry that works', async () => {
      const {status, stderr, stdout} = await sh('osc cloud add mycloud', account())
      assert.equal(status, 0, stderr)
      assert.match(
        stderr,
        /^Logged in as admin to project admin\. Added cloud mycloud to ~\/\.config\/openstack\/clouds\.yaml\./,
      )
      assert.doesNotMatch(stdout + stderr, new RegExp(password()))
      assert.equal(statSync(clouds).mode & 0o777, 0o600)
      const used = await osc('--os-cloud mycloud project show admin -f value -c name')
      assert.deepEqual([used.status, used.stdout], [0, 'admin\n'])
    })

    it('keeps the comments and the other entries of a file, and makes it private', async () => {
      write(COMMENTED)
      const {status, stderr} = await osc('cloud add mine', account())
      assert.equal(status, 0, stderr)
      assert.ok(readFileSync(clouds, 'utf8').startsWith(COMMENTED))
      assert.equal(statSync(clouds).mode & 0o777, 0o600)
      assert.match(stderr, /Use it by default: osc cloud use mine/)
    })

    it('writes secrets to secure.yaml with --secure', async () => {
      const {status, stderr} = await osc('cloud add mine --secure', account())
      assert.equal(status, 0, stderr)
      assert.doesNotMatch(readFileSync(clouds, 'utf8'), /password/)
      const secure = join(dirname(clouds), 'secure.yaml')
      assert.equal(statSync(secure).mode & 0o777, 0o600)
      assert.match(readFileSync(secure, 'utf8'), /^clouds:\n {2}mine:\n {4}auth:\n {6}password: /)
      assert.equal((await osc('--os-cloud mine token issue')).status, 0)
    })

    const refused: [string, string, Record<string, string>, number, RegExp][] = [
      [
        'a wrong password',
        'cloud add mine',
        {OS_PASSWORD: 'wrong-secret'},
        3,
        /^Check the user name, the password, .* add the cloud again: no entry was written\.$/m,
      ],
      [
        'an address where nothing listens',
        'cloud add mine',
        {OS_AUTH_URL: 'http://127.0.0.1:1/v3'},
        1,
        /^Check the authentication URL, then add the cloud again: no entry was written\.$/m,
      ],
      [
        'no authentication URL',
        'cloud add mine',
        {OS_AUTH_URL: ''},
        2,
        /^The authentication URL of the cloud is missing\./,
      ],
      ['no user', 'cloud add mine', {OS_USERNAME: ''}, 3, /username/],
      ['no password off a terminal', 'cloud add mine', {OS_PASSWORD: ''}, 3, /password/],
      [
        'a name that exists',
        'cloud add prod',
        {},
        5,
        /^Cloud "prod" already exists \(~\/\.config\/openstack\/clouds\.yaml:4\)\./,
      ],
    ]
    for (const [title, line, env, expected, message] of refused) {
      it(`changes nothing with ${title}`, async () => {
        write(COMMENTED)
        const {status, stderr} = await osc(line, {...account(), ...env})
        assert.equal(status, expected, stderr)
        assert.match(stderr, message)
        assert.doesNotMatch(stderr, /wrong-secret|osc doctor|configuration show/)
        assert.equal(readFileSync(clouds, 'utf8'), COMMENTED)
      })
    }

    it('refuses a file in which clouds is not a mapping', async () => {
      write('clouds: [a]\n')
      const {status, stderr} = await osc('cloud add mine', account())
      assert.equal(status, 3)
      assert.match(stderr, /clouds.yaml/)
      assert.equal(readFileSync(clouds, 'utf8'), 'clouds: [a]\n')
    })
  })

  describe('use', () => {
    const TWO = `clouds:\n  a: {auth: {auth_url: http://a}}\n  b: {auth: {auth_url: http://b}, region_name: r1}\n`

    it('is weaker than the line and the environment, and cloud list says what selects the cloud', async () => {
      write(TWO)
      assert.equal((await osc('cloud use b')).status, 0)
      for (const [line, env, expected] of [
        ['cloud list', {}, ['', 'osc cloud use']],
        ['cloud list', {OS_CLOUD: 'a'}, ['OS_CLOUD', '']],
        ['--os-cloud a cloud list', {OS_CLOUD: 'b'}, ['--os-cloud', '']],
        ['cloud list', {OS_AUTH_URL: 'http://c'}, ['', '', 'OS_* variables']],
      ] as const) {
        const {stdout} = await osc(`${line} -f json`, env)
        assert.deepEqual(
          JSON.parse(stdout).map((row: Record<string, string>) => row['Selected By']),
          expected,
        )
      }
    })

    it('is forgotten with --unset, and with the entry', async () => {
      write(TWO)
      await osc('cloud use b')
      assert.match((await osc('cloud use --unset')).stderr, /^Removed the default cloud\./)
      assert.equal((await osc('cloud show')).status, 3)
      await osc('cloud use b')
      assert.equal((await osc('cloud remove --yes b')).status, 0)
      assert.equal(existsSync(join(home, 'data/default-cloud')), false)
      assert.equal(readFileSync(clouds, 'utf8'), 'clouds:\n  a: {auth: {auth_url: http://a}}\n')
    })

    it('refuses a cloud that does not exist and suggests a similar one', async () => {
      write('clouds: {prod: {}, test: {}}\n')
      const {status, stderr} = await osc('cloud use prd')
      assert.equal(status, 4)
      assert.match(stderr, /^Cloud "prd" is not defined\.\nDid you mean prod\? Clouds: prod, test\./)
    })

    it('is the source that whoami names', async () => {
      await osc('cloud add mine', account())
      await osc('cloud use mine')
      const {stdout} = await osc('whoami -f json')
      assert.equal(JSON.parse(stdout).settings.cloud, 'osc cloud use')
    })
  })

  describe('show', () => {
    it('hides secrets', async () => {
      write('clouds: {a: {auth: {auth_url: http://a, username: u, password: hidden-one}}}\n')
      const {stdout} = await osc('cloud show -f json')
      assert.deepEqual(JSON.parse(stdout), {
        'auth.auth_url': 'http://a',
        'auth.password': '<redacted>',
        'auth.username': 'u',
        auth_type: 'password',
        name: 'a',
        region_name: null,
        selected_by: 'the only entry of clouds.yaml',
        source: '~/.config/openstack/clouds.yaml:1',
      })
    })
  })

  describe('remove', () => {
    it('keeps comments, and removes the secrets too', async () => {
      write(`${COMMENTED}  old:\n    auth: {auth_url: http://old}\n`)
      const secure = join(dirname(clouds), 'secure.yaml')
      write('clouds:\n  old: {auth: {password: p}}\n  prod: {auth: {password: q}}\n', secure)
      const {status, stderr} = await osc('cloud remove --yes old')
      assert.equal(status, 0, stderr)
      assert.equal(readFileSync(clouds, 'utf8'), COMMENTED)
      assert.equal(readFileSync(secure, 'utf8'), 'clouds:\n  prod: {auth: {password: q}}\n')
    })

    it('needs --yes in a pipe', async () => {
      write(COMMENTED)
      const {status, stderr} = await osc('cloud remove prod')
      assert.deepEqual([status, stderr.split('\n')[0]], [2, 'Not a terminal: the cloud was not removed.'])
      assert.equal(readFileSync(clouds, 'utf8'), COMMENTED)
    })
  })

  describe('the examples work as printed', () => {
    const steps: [line: string, file: string][] = [
      ['cloud add mycloud --secure', ''],
      ['cloud remove --yes mycloud', 'clouds: {mycloud: {auth: {auth_url: http://a}}}\n'],
      ['cloud use sandbox', 'clouds: {sandbox: {auth: {auth_url: http://a}}}\n'],
      ['cloud use --unset', ''],
      ['cloud show sandbox -f value -c auth.auth_url', 'clouds: {sandbox: {auth: {auth_url: http://a}}}\n'],
    ]
    for (const [line, file] of steps)
      it(line, async () => {
        if (file) write(file)
        const {status, stderr} = await osc(line, line.includes('add') ? account() : {})
        assert.equal(status, 0, stderr)
      })

    it('cloud add with options, here with the address of the sandbox', async () => {
      const line =
        'cloud add mycloud --os-auth-url https://cloud.example.com:5000/v3 --os-username demo --os-project-name demo'
      const here = line.replace('https://cloud.example.com:5000/v3', account().OS_AUTH_URL)
      const {status, stderr} = await osc(here, {OS_PASSWORD: cloud.sandbox.cloud.secret('demo-password')})
      assert.equal(status, 0, stderr)
    })

    it('cloud remove mycloud, which asks on a terminal', async () => {
      write('clouds: {mycloud: {auth: {auth_url: http://a}}}\n')
      const place = {
        root: home,
        home,
        cache: join(home, 'c'),
        data: join(home, 'data'),
        work: home,
        bin: home,
        program: program(),
      }
      for (const [answer, left] of [
        ['n', true],
        ['y', false],
      ] as const) {
        const {status, stdout} = await run(['cloud', 'remove', 'mycloud'], {
          place,
          env: {OS_CLIENT_CONFIG_FILE: clouds},
          terminal: {width: 100},
          answers: [[/\[y\/N\] /, `${answer}\r`]],
        })
        assert.equal(status, 0, stdout)
        assert.equal(readFileSync(clouds, 'utf8').includes('mycloud'), left, stdout)
      }
    })
  })

  it('asks on a terminal for what is missing, and shows no password', async () => {
    const {status, stdout} = await run(['cloud', 'add', 'asked'], {
      place: {
        root: home,
        home,
        cache: join(home, 'c'),
        data: join(home, 'data'),
        work: cloud.work,
        bin: home,
        program: program(),
      },
      env: {OS_CLIENT_CONFIG_FILE: clouds},
      terminal: {width: 100},
      answers: [
        [/v3: $/, `${account().OS_AUTH_URL}\r`],
        [/User name: $/, 'admin\r'],
        [/Password: $/, `${password()}\r`],
        [/Project name \(empty: none\): $/, 'admin\r'],
        [/default\): $/, '\r'],
      ],
    })
    assert.equal(status, 0, stdout)
    assert.match(stdout, /Logged in as admin to project admin/)
    assert.ok(!stdout.includes(password()))
    assert.match(readFileSync(clouds, 'utf8'), /asked:\n {4}auth:\n {6}auth_url: /)
  })

  it('asks again where an answer or the password is wrong', async () => {
    const {status, stdout} = await run(['cloud', 'add', 'asked'], {
      place: {
        root: home,
        home,
        cache: join(home, 'c'),
        data: join(home, 'data'),
        work: cloud.work,
        bin: home,
        program: program(),
      },
      env: {OS_CLIENT_CONFIG_FILE: clouds},
      terminal: {width: 100},
      answers: [
        [/v3: $/, '127.0.0.1:5000\r'],
        [/not an HTTP URL\.[\s\S]*v3: $/, `${account().OS_AUTH_URL}\r`],
        [/User name: $/, '\r'],
        [/A user name is required\.[\s\S]*User name: $/, 'admin\r'],
        [/Password: $/, 'wrong-secret\r'],
        [/none\): $/, 'admin\r'],
        [/default\): $/, '\r'],
        [/rejected the user name or the password\.[\s\S]*Password: $/, `${password()}\r`],
      ],
    })
    assert.equal(status, 0, stdout)
    assert.match(stdout, /Added cloud asked/)
    assert.ok(!stdout.includes(password()) && !stdout.includes('wrong-secret'))
  })

  it('says that a login has no project', async () => {
    const {status, stderr} = await osc('cloud add mine', {...account(), OS_PROJECT_NAME: ''})
    assert.equal(status, 0, stderr)
    assert.match(stderr, /The login has no project, which most commands require\./)
  })

  it('stays with the cloud in use when another one is added, and says which one is left', async () => {
    const options = `--os-auth-url ${account().OS_AUTH_URL} --os-username admin --os-password ${password()} --os-project-name admin`
    assert.match((await osc(`cloud add first ${options}`)).stderr, /Check it with: osc whoami$/m)
    const {stderr} = await osc(`cloud add second ${options}`)
    assert.match(stderr, /^Commands still use cloud first by default\.$/m)
    assert.match((await osc('whoami -f value -c cloud')).stdout, /first/)
    assert.match(
      (await osc('cloud remove --yes first')).stderr,
      /Commands now use cloud second, the only one that is left\./,
    )
    assert.match((await osc('cloud remove --yes second')).stderr, /No cloud is selected any more\./)
  })

  it('never uses another cloud where the default is gone', async () => {
    write('clouds:\n  other: {auth: {auth_url: http://other.example.com}}\n')
    mkdirSync(join(home, 'data'), {recursive: true})
    writeFileSync(join(home, 'data/default-cloud'), 'sandbox\n')
    const {status, stderr} = await osc('project delete web')
    assert.equal(status, 3, stderr)
    assert.match(
      stderr,
      /^The default cloud "sandbox" \(osc cloud use\) is not defined\.\nChoose another with osc cloud use NAME/,
    )
    assert.match(stderr, /To start the sandbox: osc sandbox start/)
    assert.equal((await osc('cloud use --unset')).status, 0)
    assert.match((await osc('cloud show -f value -c name')).stdout, /^other$/m)
  })

  it('says what to do where no cloud is configured', async () => {
    for (const line of ['project list', 'stack list', 'whoami']) {
      const {status, stderr} = await osc(line)
      assert.equal(status, 3)
      assert.match(stderr, /Add a cloud with: osc cloud add NAME\. To try osc without a cloud: osc sandbox start/)
    }
    const listed = await osc('cloud list')
    assert.equal(listed.status, 0)
    assert.match(listed.stderr, /No clouds are configured\. Add one with: osc cloud add NAME/)
  })
})
