import assert from 'node:assert/strict'
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {loadCloudConfig} from '#cloud/config/load'
import {ConfigError} from '#errors'
import {processIdentity} from '#files/process-identity'
import {type CaseInput, inPlace} from './place.ts'

interface Fault extends CaseInput {
  title: string
  /** What the message begins with: the place. */
  at: string
  /** What the message and the hint say. */
  says: RegExp
}

const SECRET = 'hunter2'
const clouds = (text: string): Pick<CaseInput, 'files'> => ({files: {'work/clouds.yaml': text}})
const one = (...lines: string[]) => clouds(['clouds:', '  one:', ...lines.map((line) => `    ${line}`), ''].join('\n'))

/** The file in which a sandbox that runs describes its clouds; the process is that of the tests. */
const SANDBOX = `clouds: {sandbox: {}, sandbox-demo: {}}
osc_process: {pid: ${process.pid}, started: '${processIdentity(process.pid)?.started}'}
`

const malformed: Fault[] = [
  {title: 'a tab', ...clouds('clouds:\n\tone: {}\n'), at: 'clouds.yaml:2', says: /one: a tab/},
  {title: 'a tab further down', ...clouds('clouds:\n  one:\n  \tauth: {}\n'), at: 'clouds.yaml:3', says: /auth: a tab/},
  {
    title: 'indentation',
    ...one('auth:', '  username: u', ' project_name: p'),
    at: 'clouds.yaml:5',
    says: /project_name: the indentation/,
  },
  {
    title: 'a colon in a value',
    ...one(`auth: {}`, `password: ${SECRET}: x`),
    at: 'clouds.yaml:4',
    says: /password: .*quotes/,
  },
  {title: 'a reserved character', ...one(`password: @${SECRET}`), at: 'clouds.yaml:3', says: /password: .*quotes/},
  {
    title: 'an open quote',
    ...one(`password: "${SECRET}`, 'x: y'),
    at: 'clouds.yaml:3:15',
    says: /password: the text in double quotes that begins here is not closed by "\.$/m,
  },
  {
    title: 'an open single quote',
    ...one(`password: '${SECRET}`),
    at: 'clouds.yaml:3:15',
    says: /password: the text in single quotes that begins here is not closed by '\.$/m,
  },
  {
    title: 'an open list',
    ...one('regions: [R1, R2', 'auth: {}'),
    at: 'clouds.yaml:3:14',
    says: /regions: the list that begins here is not closed by \]\.$/m,
  },
  {
    title: 'an open list at the end',
    ...clouds('clouds: ['),
    at: 'clouds.yaml:1:9',
    says: /clouds: the list that begins here is not closed by \]\.$/m,
  },
  {
    title: 'an open mapping',
    ...one('auth: {username: u', 'region_name: A'),
    at: 'clouds.yaml:3:11',
    says: /auth: the mapping that begins here is not closed by \}\.$/m,
  },
  {
    title: 'an open list in a mapping that is closed',
    ...one('auth: {x: [}'),
    at: 'clouds.yaml:3:15',
    says: /the list that begins here is not closed by \]\.$/m,
  },
  {
    title: 'a bracket that closes nothing',
    ...one('regions: ]'),
    at: 'clouds.yaml:3:14',
    says: /"\]" has no matching/,
  },
  {title: 'no space behind a colon', ...one('region:A', 'x: y'), at: 'clouds.yaml:3:5', says: /or the space after it/},
  {title: 'a tab with its column', ...clouds('clouds:\n\tone: {}\n'), at: 'clouds.yaml:2:1', says: /one: a tab/},
  {
    title: 'an unknown escape',
    ...one(`password: "\\q${SECRET}"`),
    at: 'clouds.yaml:3',
    says: /password: .*single quotes/,
  },
  {title: 'a missing colon', ...one(`password ${SECRET}`, 'username: u'), at: 'clouds.yaml:3', says: /":" is missing/},
  {
    title: 'text after a quote',
    ...one(`password: "${SECRET}" x`),
    at: 'clouds.yaml:3',
    says: /password: unexpected text/,
  },
  {
    title: 'an unknown alias',
    ...one('auth: *base'),
    at: 'clouds.yaml:3',
    says: /auth: the value begins with \*.*quotes/,
  },
  {
    title: 'an endless alias',
    ...clouds('clouds: &c\n  one: *c\n'),
    at: 'clouds.yaml:2',
    says: /value that contains it/,
  },
  {
    title: 'an unknown tag',
    ...one(`password: !vault ${SECRET}`),
    at: 'clouds.yaml:3',
    says: /password: the value begins with !.*quotes/,
  },
  ...['*', '!', '!<', '!!', '&', '@', '%', '`'].map((character) => ({
    title: `a password that begins with ${character}`,
    ...one(`password: ${character}${SECRET}${character === '!<' ? '> x' : ''}`),
    at: 'clouds.yaml:3',
    says: /password: the value begins with.*put it in quotes\.$/m,
  })),
  {
    title: 'a password in secure.yaml that begins with *',
    files: {
      'work/clouds.yaml': 'clouds: {one: {}}',
      'work/secure.yaml': `clouds:\n  one:\n    auth: {password: *${SECRET}}\n`,
    },
    at: 'secure.yaml:3',
    says: /password: the value begins with \*/,
  },
  {
    title: 'aliases that expand without end',
    ...clouds(
      `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `a${n}: &a${n} [${`*a${n - 1},`.repeat(10)}]\n`).join('')}`,
    ),
    at: 'clouds.yaml:5',
    says: /aliases expand to more than 100000 values/,
  },
  {
    title: 'a file that is nested too deeply',
    ...clouds('['.repeat(20_000)),
    at: 'clouds.yaml:1',
    says: /nested too deeply/,
  },
  {title: 'two documents', ...clouds('clouds: {}\n---\nclouds: {}\n'), at: 'clouds.yaml:2', says: /second document/},
  {
    title: 'a key twice',
    ...one('region_name: A', 'auth: {}', 'region_name: B'),
    at: 'clouds.yaml:5',
    says: /this key is already on line 3/,
  },
  {
    title: 'a cloud twice',
    ...clouds('clouds:\n  one: {}\n  one: {}\n'),
    at: 'clouds.yaml:3',
    says: /this key is already on line 2/,
  },
  {title: 'a merge of text', ...one('<<: text'), at: 'clouds.yaml:3', says: /<< takes a mapping/},
  {
    title: 'JSON',
    files: {'work/clouds.json': '{"clouds": {\n  "one": {"auth": {\n}}\n'},
    at: 'clouds.json:1:1',
    says: /mapping that begins here is not closed/,
  },
  {
    title: 'secure.yaml',
    files: {'work/clouds.yaml': 'clouds: {one: {}}', 'home/.config/openstack/secure.yaml': 'clouds:\n\tone: {}\n'},
    at: '~/.config/openstack/secure.yaml:2',
    says: /a tab/,
  },
]

const types: Fault[] = [
  {title: 'the file is a list', ...clouds('- clouds\n'), at: 'clouds.yaml:1', says: /not a mapping.*clouds:/s},
  {title: 'the file is text', ...clouds('\nclouds\n'), at: 'clouds.yaml:2', says: /not a mapping/},
  {
    title: 'clouds is a list',
    ...clouds('clouds:\n- name: one\n'),
    at: 'clouds.yaml:2',
    says: /clouds must be a mapping, not a list/,
  },
  {
    title: 'clouds is text',
    ...clouds('clouds: one\n'),
    at: 'clouds.yaml:1',
    says: /clouds must be a mapping, not text/,
  },
  {
    title: 'a cloud is text',
    ...clouds('clouds:\n  one: x\n'),
    at: 'clouds.yaml:2',
    says: /clouds\.one must be a mapping, not text/,
  },
  {
    title: 'auth is text',
    ...one('auth: password'),
    at: 'clouds.yaml:3',
    says: /clouds\.one\.auth must be a mapping, not text/,
  },
  {
    title: 'auth is a list',
    ...one('auth:', '- username: u'),
    at: 'clouds.yaml:4',
    says: /clouds\.one\.auth must be a mapping, not a list/,
  },
  {
    title: 'a username that YAML reads as a boolean',
    ...one('auth:', '  username: no'),
    at: 'clouds.yaml:4',
    says: /auth\.username must be text, not false.*quotes/s,
  },
  {
    title: 'a password that is a mapping',
    ...one('auth:', `  password: {x: ${SECRET}}`),
    at: 'clouds.yaml:4',
    says: /auth\.password must be text, not a mapping/,
  },
  {
    title: 'a region that YAML reads as a boolean',
    ...one('region_name: NO'),
    at: 'clouds.yaml:3',
    says: /clouds\.one\.region_name must be text, not false.*quotes/s,
  },
  {
    title: 'a region that is a mapping',
    ...one('region_name: {name: R}'),
    at: 'clouds.yaml:3',
    says: /region_name must be text, not a mapping/,
  },
  {
    title: 'regions is text',
    ...one('regions: R1'),
    at: 'clouds.yaml:3',
    says: /clouds\.one\.regions must be a list, not text/,
  },
  {
    title: 'a region without a name',
    ...one('regions:', '- values: {}'),
    at: 'clouds.yaml:4',
    says: /does not have a name/,
  },
  {
    title: 'a region with settings beside its values',
    ...one('regions:', '- name: R1', '  interface: internal'),
    at: 'clouds.yaml:5',
    says: /"interface".*values/,
  },
  {
    title: 'an unknown interface',
    ...one('interface: pubic'),
    at: 'clouds.yaml:3',
    says: /interface must be public, internal, admin, not "pubic"/,
  },
  {
    title: 'verify is a list',
    ...one('verify: []'),
    at: 'clouds.yaml:3',
    says: /verify must be true or false, not a list/,
  },
  {title: 'cacert is a boolean', ...one('cacert: true'), at: 'clouds.yaml:3', says: /cacert must be text, not true/},
  {
    title: 'auth_type is a list',
    ...one('auth_type: [password]'),
    at: 'clouds.yaml:3',
    says: /auth_type must be text, not a list/,
  },
  {
    title: 'profile is a mapping',
    ...one('profile: {}'),
    at: 'clouds.yaml:3',
    says: /clouds\.one\.profile must be text/,
  },
  {
    title: 'an unknown variable value',
    env: {OS_INTERFACE: 'x', OS_AUTH_URL: 'http://x'},
    at: 'OS_INTERFACE',
    says: /"x"/,
  },
]

const names: Fault[] = [
  {
    title: 'an unknown cloud',
    ...clouds('clouds: {prod: {}, staging: {}}'),
    options: {cloud: 'pord'},
    at: 'Cloud "pord" (--os-cloud) is not defined in clouds.yaml',
    says: /Did you mean prod\? Clouds in this file: prod, staging\./,
  },
  {
    title: 'an unknown cloud of a variable',
    ...clouds('clouds: {prod: {}}'),
    env: {OS_CLOUD: 'other'},
    at: 'Cloud "other" (OS_CLOUD) is not defined',
    says: /in clouds\.yaml\..*Clouds in this file: prod\./s,
  },
  {
    title: 'an unknown cloud, and no file',
    files: {},
    options: {cloud: 'one'},
    at: 'Cloud "one" (--os-cloud) is not defined: no clouds.yaml was found',
    says: /osc cloud add NAME\. .*osc sandbox start/,
  },
  {
    title: 'a misspelt cloud of the running sandbox, and no file',
    files: {'home/.local/share/osc/clouds.yaml': SANDBOX},
    options: {cloud: 'sandbx'},
    at: 'Cloud "sandbx" (--os-cloud) is not defined: no clouds.yaml was found',
    says: /Did you mean sandbox\? Clouds of the sandbox: sandbox, sandbox-demo\./,
  },
  {
    title: 'an unknown cloud while the sandbox runs',
    files: {...clouds('clouds: {prod: {}}').files, 'home/.local/share/osc/clouds.yaml': SANDBOX},
    options: {cloud: 'other'},
    at: 'Cloud "other" (--os-cloud) is not defined in ',
    says: /Clouds in this file: prod\. Clouds of the sandbox: sandbox, sandbox-demo\./,
  },
  {
    title: 'an unknown cloud, and a file that is not there',
    files: {},
    options: {cloud: 'one'},
    env: {OS_CLIENT_CONFIG_FILE: '$ROOT/nowhere.yaml'},
    at: 'Cloud "one" (--os-cloud) is not defined: ',
    says: /nowhere\.yaml, the value of OS_CLIENT_CONFIG_FILE, does not exist\..*Correct OS_CLIENT_CONFIG_FILE/s,
  },
  {
    title: 'an unknown cloud, and another file in place of a missing one',
    ...clouds('clouds: {prod: {}}'),
    options: {cloud: 'one'},
    env: {OS_CLIENT_CONFIG_FILE: '$ROOT/nowhere.yaml'},
    at: 'Cloud "one" (--os-cloud) is not defined in clouds.yaml, which was read because',
    says: /nowhere\.yaml \(from OS_CLIENT_CONFIG_FILE\) does not exist\..*Clouds in this file: prod\./s,
  },
  {
    title: 'an unknown cloud in an empty file',
    ...clouds(''),
    options: {cloud: 'one'},
    at: 'Cloud "one" (--os-cloud) is not defined',
    says: /in clouds\.yaml\..*The file has no clouds\. Add one with: osc cloud add NAME/s,
  },
  {
    title: 'an unknown cloud of two files',
    files: {'work/clouds.yaml': 'clouds: {a: {}}', 'work/secure.yaml': 'clouds: {b: {}}'},
    options: {cloud: 'c'},
    at: 'Cloud "c" (--os-cloud) is not defined',
    says: /clouds\.yaml and secure\.yaml\..*a, b/s,
  },
  {
    title: 'envvars without variables',
    ...clouds('clouds: {one: {}}'),
    options: {cloud: 'envvars'},
    at: 'Cloud "envvars" (--os-cloud) is not defined',
    says: /one/,
  },
  {
    title: 'a cloud with the name of the variables',
    ...clouds('clouds:\n  envvars: {}\n'),
    at: 'clouds.yaml:2',
    says: /"envvars".*OS_CLOUD_NAME/s,
  },
  {
    title: 'a cloud with the name in OS_CLOUD_NAME',
    ...clouds('clouds:\n  mine: {}\n'),
    env: {OS_CLOUD_NAME: 'mine'},
    at: 'clouds.yaml:2',
    says: /"mine"/,
  },
  {
    title: 'an unknown region',
    ...one('regions: [RegionOne, RegionTwo]'),
    options: {region_name: 'RegionTow'},
    at: 'Cloud "one" does not have region "RegionTow" (--os-region-name)',
    says: /Did you mean RegionTwo\? .*clouds\.yaml:3: RegionOne, RegionTwo\./s,
  },
  {
    title: 'an unknown region of a variable',
    ...one('region_name: R1'),
    env: {OS_REGION_NAME: 'R2'},
    at: 'Cloud "one" does not have region "R2" (OS_REGION_NAME)',
    says: /R1/,
  },
  {
    title: 'an unknown region of a profile',
    ...one('profile: otc'),
    options: {region_name: 'eu-xx'},
    at: 'Cloud "one" does not have region "eu-xx"',
    says: /vendor profile otc: eu-de, eu-nl/,
  },
  {
    title: 'a profile on the web',
    ...one('profile: https://cloud.example.org/x'),
    at: 'clouds.yaml:3',
    says: /on the web.*https:\/\/cloud\.example\.org\/\.well-known\/openstack\/api/s,
  },
  {
    title: 'a public cloud with a profile on the web',
    ...one('profile: vexxhost'),
    at: 'clouds.yaml:3',
    says: /vexxhost\.com\/\.well-known/,
  },
]

async function failureOf(given: CaseInput): Promise<ConfigError> {
  const error: unknown = await inPlace(given, loadCloudConfig).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof ConfigError, `expected a ConfigError, got ${error}`)
  return error
}

describe('errors of the configuration', () => {
  for (const {title, at, says, ...given} of [...malformed, ...types, ...names]) {
    it(title, async () => {
      const {message, hint = ''} = await failureOf(given)
      assert.equal(message.slice(0, at.length), at)
      assert.match(`${message}\n${hint}`, says)
      assert.doesNotMatch(`${message}\n${hint}`, new RegExp(SECRET))
    })
  }

  const encodings: [string, string, Buffer][] = [
    ['Latin-1', 'it is not UTF-8 text', Buffer.from('clouds: {one: {auth: {password: caf\xe9}}}', 'latin1')],
    ['UTF-16', 'it is UTF-16 text, not UTF-8', Buffer.from('\ufeffclouds: {}', 'utf16le')],
  ]
  for (const [encoding, reason, bytes] of encodings) {
    it(`a file in ${encoding}`, async () => {
      const error: unknown = await inPlace({}, async (input) => {
        writeFileSync(join(input.cwd, 'clouds.yaml'), bytes)
        return await loadCloudConfig(input)
      }).catch((reason: unknown) => reason)
      assert.ok(error instanceof ConfigError)
      assert.equal(error.message, `clouds.yaml cannot be read: ${reason}.`)
    })
  }

  it('a file without an end', async function () {
    if (process.platform === 'win32') this.skip()
    const {message, hint} = await failureOf({env: {OS_CLIENT_CONFIG_FILE: '/dev/zero'}})
    assert.match(message, /\/dev\/zero cannot be read: it is larger than 8 MiB\.$/)
    assert.equal(hint, 'Check which file this is: osc doctor')
  })

  it('a folder named by OS_CLIENT_CONFIG_FILE', async () => {
    const {message} = await failureOf({env: {OS_CLIENT_CONFIG_FILE: '$ROOT/home'}})
    assert.match(message, /home \(from OS_CLIENT_CONFIG_FILE\) cannot be read: it is a directory/)
  })

  it('a file that may not be read, named by OS_CLIENT_CONFIG_FILE', async function () {
    if (process.getuid?.() === 0) this.skip()
    const given = {
      files: {'work/x.yaml': 'clouds: {}'},
      env: {OS_CLIENT_CONFIG_FILE: 'x.yaml'},
      modes: {'work/x.yaml': 0},
    }
    assert.match((await failureOf(given)).message, /x\.yaml.*permission denied/)
  })
})

describe('warnings of the configuration', () => {
  const warned = async (given: CaseInput) => (await inPlace(given, loadCloudConfig)).warnings

  it('report an unknown profile, without which the entry is read', async () => {
    const [warning = '', ...others] = await warned(one('profile: ovhh', 'auth: {auth_url: http://x, username: u}'))
    assert.match(warning, /^clouds\.yaml:3: clouds\.one: profile "ovhh" does not exist; .*Did you mean ovh/)
    assert.deepEqual(others, [])
  })
  const withPassword = one('auth:', `  password: ${SECRET}`)

  for (const mode of [0o644, 0o640, 0o604]) {
    it(`a password that others can read, mode ${mode.toString(8)}`, async () => {
      const lines = await warned({...withPassword, modes: {'work/clouds.yaml': mode}})
      assert.deepEqual(lines, [
        `auth.password in clouds.yaml is readable by other users (mode 0${mode.toString(8)}). Fix: chmod 600 clouds.yaml`,
      ])
    })
  }

  const QUIET: Record<string, CaseInput> = {
    'a password that nobody else can read': withPassword,
    'no secret': {...one('auth:', '  username: u'), modes: {'work/clouds.yaml': 0o644}},
    'the secret of another cloud': {
      ...clouds('clouds:\n  one: {}\n  two: {auth: {password: p}}\n'),
      modes: {'work/clouds.yaml': 0o644},
      options: {cloud: 'one'},
    },
    'unknown keys': one('custom_thing: 1', 'vendor_hook: x', 'foo_api_version: 1', 'auth: {something: 1}'),
  }
  for (const [title, given] of Object.entries(QUIET)) {
    it(`none for ${title}`, async () => assert.deepEqual(await warned(given), []))
  }

  const EXPECTED: Record<string, [CaseInput, RegExp]> = {
    'a mistyped key': [
      one('regoin_name: R'),
      /^clouds\.yaml:3: clouds\.one\.regoin_name is not a setting; did you mean region_name\?$/,
    ],
    'a mistyped option': [one('auth:', '  auth_uri: x'), /^clouds\.yaml:4: clouds\.one\.auth\.auth_uri .* auth_url\?$/],
    'region for region_name': [one('region: R'), /did you mean region_name/],
    'a version that YAML changes': [one('compute_api_version: 2.10'), /^clouds\.yaml:3: .*compute_api_version.*quotes/],
    'a password that YAML changes': [one('auth:', '  password: 0123'), /^clouds\.yaml:4: .*password.*quotes/],
    'an empty file': [clouds('# nothing\n'), /^clouds\.yaml is empty\.$/],
    'a file without clouds': [clouds('cloud: {}\n'), /^clouds\.yaml has no section "clouds"\.$/],
    'a missing file': [
      {env: {OS_CLIENT_CONFIG_FILE: 'none.yaml'}},
      /^none\.yaml \(from OS_CLIENT_CONFIG_FILE\) does not exist/,
    ],
  }
  for (const [title, [given, wanted]] of Object.entries(EXPECTED)) {
    it(title, async () => {
      const lines = await warned(given)
      assert.equal(lines.length, 1, lines.join('\n'))
      assert.match(lines[0] ?? '', wanted)
    })
  }

  it('an open secure.yaml', async () => {
    const files = {
      'work/clouds.yaml': 'clouds: {one: {}}',
      'home/.config/openstack/secure.yaml': `clouds: {one: {auth: {token: ${SECRET}}}}`,
    }
    const lines = await warned({files, modes: {'home/.config/openstack/secure.yaml': 0o664}})
    assert.match(
      lines[0] ?? '',
      /^auth\.token in ~\/\.config\/openstack\/secure\.yaml .*mode 0664.*chmod 600 ~\/\.config/,
    )
  })

  it('a directory where a file should be is ignored', async () => {
    await inPlace({files: {'home/.config/openstack/clouds.yaml': 'clouds: {one: {}}'}}, async (input, root) => {
      mkdirSync(join(root, 'work/clouds.yaml'))
      const {name, warnings} = await loadCloudConfig(input)
      assert.equal(name, 'one')
      assert.match(warnings[0] ?? '', /^clouds\.yaml is ignored: it cannot be read \(it is a directory\)/)
    })
  })

  it('a file that may not be read is ignored', async function () {
    if (process.getuid?.() === 0) this.skip()
    await inPlace({files: {'work/clouds.yaml': '', 'work/clouds.yml': 'clouds: {one: {}}'}}, async (input, root) => {
      chmodSync(join(root, 'work/clouds.yaml'), 0)
      assert.equal((await loadCloudConfig(input)).name, 'one')
    })
  })
})
