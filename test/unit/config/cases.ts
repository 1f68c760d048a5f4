/**
 * What a cloud's configuration comes from, as a table: read by load.test.ts and, with openstacksdk beside it, by
 * test/integration/config-sdk.test.ts.
 */
export interface ConfigCase {
  title: string
  /** Files by path: `work` is the current folder, `home` the user's, `site` that of XDG_CONFIG_DIRS. */
  files?: Readonly<Record<string, string>>
  /** Variables; `$ROOT` is the folder above `work`, `home` and `site`. */
  env?: Readonly<Record<string, string>>
  /** Global options by their `dest`. */
  options?: Readonly<Record<string, string | boolean>>
  /** Values by path: `auth.username`, `region`, `settings.image_format`, `source:auth.username`. */
  expect: Readonly<Record<string, unknown>>
  /** Why openstacksdk 0.101 says something else; such a case is not compared. */
  differs?: string
}

const WORK = 'work/clouds.yaml'
const USER = 'home/.config/openstack'

/** Lines of the entry `one`, whose first line is line 3 of the file. */
const one = (...lines: string[]) => ({
  [WORK]: ['clouds:', '  one:', ...lines.map((line) => `    ${line}`), ''].join('\n'),
})
const AUTH = [
  'auth:',
  '  auth_url: http://file:5000/v3',
  '  username: file-user',
  '  password: file-password',
  '  project_name: file-project',
  '  user_domain_name: file-domain',
  '  project_domain_name: file-domain',
]
const full = (...lines: string[]) => one(...AUTH, ...lines)
const entry = (name: string, url = name) =>
  `  ${name}:\n    auth:\n      auth_url: http://${url}\n      username: u\n      project_name: p\n`
const many = (...names: string[]) => `clouds:\n${names.map((name) => entry(name)).join('')}`
const ONE = {options: {cloud: 'one'}}
const ENV = {
  OS_AUTH_URL: 'http://env',
  OS_USERNAME: 'env-user',
  OS_PASSWORD: 'env-password',
  OS_PROJECT_NAME: 'env-project',
}
const FIXED = 'fixed in a later openstacksdk (story 2010784): what stands in auth beat variables and options'

const selection: ConfigCase[] = [
  {
    title: 'nothing at all',
    expect: {name: undefined, region: undefined, authType: 'password', interface: 'public', verify: true, auth: {}},
  },
  {
    title: '--os-cloud',
    files: {[WORK]: many('one', 'two')},
    options: {cloud: 'two'},
    expect: {name: 'two', 'auth.auth_url': 'http://two'},
  },
  {
    title: 'OS_CLOUD',
    files: {[WORK]: many('one', 'two')},
    env: {OS_CLOUD: 'two'},
    expect: {name: 'two', 'auth.auth_url': 'http://two'},
  },
  {
    title: '--os-cloud beats OS_CLOUD',
    files: {[WORK]: many('one', 'two')},
    env: {OS_CLOUD: 'two'},
    ...ONE,
    expect: {name: 'one', 'auth.auth_url': 'http://one'},
  },
  {
    title: 'an empty --os-cloud is no cloud, also beside OS_CLOUD',
    files: {[WORK]: many('one', 'two')},
    env: {OS_CLOUD: 'two'},
    options: {cloud: ''},
    expect: {name: undefined, auth: {}},
    differs: 'OS_CLOUD is taken there; openstack takes none',
  },
  {title: 'the only cloud', files: full(), expect: {name: 'one', 'auth.username': 'file-user'}},
  {
    title: 'the only cloud, with OS_REGION_NAME',
    files: full(),
    env: {OS_REGION_NAME: 'R'},
    expect: {name: 'one', region: 'R', 'source:region_name': 'OS_REGION_NAME'},
  },
  {
    title: 'none of several',
    files: {[WORK]: many('one', 'two')},
    expect: {name: undefined, choices: ['one', 'two'], auth: {}},
  },
  {
    title: 'variables beat the only cloud',
    files: full(),
    env: ENV,
    expect: {
      name: undefined,
      'auth.auth_url': 'http://env',
      'auth.username': 'env-user',
      'source:auth.username': 'OS_USERNAME',
    },
  },
  {
    title: 'empty variables describe no cloud',
    files: full(),
    env: {OS_USERNAME: '', OS_CLOUD: ''},
    expect: {name: 'one', 'auth.username': 'file-user'},
    differs: 'an empty variable makes a cloud there',
  },
  {
    title: 'variables of tests and logging describe no cloud',
    files: full(),
    env: {OS_TEST_PATH: 'x', OS_STDOUT_CAPTURE: '1', OS_LOG_CAPTURE: '1'},
    expect: {name: 'one'},
  },
  ...['NAME', 'VERSION', 'ARCH', 'DEBUG', 'INSECURE', 'IDENTITY_API_VERSION'].map((name) => ({
    title: `OS_${name} does not hide the only cloud`,
    files: full(),
    env: {[`OS_${name}`]: '3'},
    expect: {name: 'one', 'auth.username': 'file-user'},
    differs: 'any other variable makes a cloud there',
  })),
  {
    title: 'envvars by name',
    files: full(),
    env: ENV,
    options: {cloud: 'envvars'},
    expect: {name: undefined, 'auth.username': 'env-user'},
  },
  {
    title: 'OS_CLOUD_NAME names the variables',
    files: full(),
    env: {...ENV, OS_CLOUD_NAME: 'mine'},
    options: {cloud: 'mine'},
    expect: {name: undefined, 'auth.username': 'env-user'},
  },
  {
    title: 'options that say where to log in stand for themselves',
    files: full(),
    options: {auth_url: 'http://line', username: 'line-user'},
    expect: {
      name: undefined,
      'auth.auth_url': 'http://line',
      'auth.username': 'line-user',
      'auth.project_name': undefined,
    },
    differs: 'the only cloud is taken there; openstack takes none',
  },
  {
    title: 'an entry without anything',
    files: {[WORK]: 'clouds:\n  one: {}\n'},
    ...ONE,
    expect: {name: 'one', auth: {}},
  },
]

const places: ConfigCase[] = [
  {
    title: 'the current folder',
    files: {[WORK]: many('here'), [`${USER}/clouds.yaml`]: many('there')},
    expect: {name: 'here'},
  },
  {
    title: '~/.config/openstack',
    files: {[`${USER}/clouds.yaml`]: many('there')},
    expect: {name: 'there', 'source:auth.auth_url': '~/.config/openstack/clouds.yaml:4'},
  },
  {title: 'clouds.yml', files: {[`${USER}/clouds.yml`]: many('there')}, expect: {name: 'there'}},
  {
    title: '.yaml before .yml before .json',
    files: {
      'work/clouds.yml': many('second'),
      'work/clouds.yaml': many('first'),
      'work/clouds.json': '{"clouds": {"third": {}}}',
    },
    expect: {name: 'first'},
  },
  {
    title: 'clouds.json',
    files: {
      'work/clouds.json':
        '{\n\t"clouds": {\n\t\t"one": {\n\t\t\t"auth": {"auth_url": "http:\\/\\/json", "username": "u"},\n\t\t\t"region_name": "R"\n\t\t}\n\t}\n}\n',
    },
    expect: {name: 'one', region: 'R', 'auth.auth_url': 'http://json', 'source:region_name': 'clouds.json:5'},
  },
  {
    title: 'XDG_CONFIG_HOME',
    files: {'home/xdg/openstack/clouds.yaml': many('xdg'), [`${USER}/clouds.yaml`]: many('home')},
    env: {XDG_CONFIG_HOME: '$ROOT/home/xdg'},
    expect: {name: 'xdg'},
  },
  {
    title: '~/.config/openstack in spite of XDG_CONFIG_HOME',
    files: {[`${USER}/clouds.yaml`]: many('home')},
    env: {XDG_CONFIG_HOME: '$ROOT/home/xdg'},
    expect: {name: 'home'},
  },
  {title: 'XDG_CONFIG_DIRS', files: {'site/openstack/clouds.yaml': many('site')}, expect: {name: 'site'}},
  {
    title: "the user's before the site's",
    files: {'site/openstack/clouds.yaml': many('site'), [`${USER}/clouds.yaml`]: many('user')},
    expect: {name: 'user'},
  },
  {
    title: 'a snap has its own home',
    files: {'home/real/.config/openstack/clouds.yaml': many('real')},
    env: {SNAP_REAL_HOME: '$ROOT/home/real'},
    expect: {name: 'real'},
  },
  {
    title: 'OS_CLIENT_CONFIG_FILE',
    files: {[WORK]: many('here'), 'home/mine.yaml': many('mine')},
    env: {OS_CLIENT_CONFIG_FILE: '$ROOT/home/mine.yaml'},
    expect: {name: 'mine'},
  },
  {
    title: 'OS_CLIENT_CONFIG_FILE with a relative path',
    files: {[WORK]: many('here'), 'work/sub/mine.yaml': many('mine')},
    env: {OS_CLIENT_CONFIG_FILE: 'sub/mine.yaml'},
    expect: {name: 'mine', 'source:auth.username': 'sub/mine.yaml:5'},
  },
  {
    title: 'a missing OS_CLIENT_CONFIG_FILE is passed over',
    files: {[WORK]: many('here')},
    env: {OS_CLIENT_CONFIG_FILE: '$ROOT/none.yaml'},
    expect: {name: 'here'},
  },
  {
    title: 'secure.yaml adds',
    files: {
      ...one('auth:', '  auth_url: http://file', '  username: u'),
      'work/secure.yaml': 'clouds:\n  one:\n    auth:\n      password: hidden\n',
    },
    expect: {'auth.username': 'u', 'auth.password': 'hidden', 'source:auth.password': 'secure.yaml:4'},
  },
  {
    title: 'secure.yaml beats clouds.yaml',
    files: {...full(), 'work/secure.yaml': 'clouds:\n  one:\n    auth:\n      username: secure-user\n'},
    expect: {'auth.username': 'secure-user', 'auth.password': 'file-password'},
  },
  {
    title: 'secure.yaml in another folder',
    files: {...full(), [`${USER}/secure.yaml`]: 'clouds: {one: {auth: {password: hidden}}}'},
    expect: {'auth.password': 'hidden'},
  },
  {
    title: 'OS_CLIENT_SECURE_FILE',
    files: {
      ...full(),
      'work/secure.yaml': 'clouds: {one: {auth: {password: usual}}}',
      'home/s.yaml': 'clouds: {one: {auth: {password: named}}}',
    },
    env: {OS_CLIENT_SECURE_FILE: '$ROOT/home/s.yaml'},
    expect: {name: 'one', 'auth.password': 'named'},
  },
  {
    title: 'secure.yaml alone',
    files: {'work/secure.yaml': many('only')},
    expect: {name: 'only', 'auth.auth_url': 'http://only'},
  },
]

const precedence: ConfigCase[] = [
  {
    title: 'a value has its line',
    files: full(),
    ...ONE,
    expect: {
      'auth.auth_url': 'http://file:5000/v3',
      'source:auth.auth_url': 'clouds.yaml:4',
      'source:auth.password': 'clouds.yaml:6',
      'source:interface': 'default',
      'source:auth_type': 'default',
    },
  },
  {
    title: 'an option beats the file: username',
    files: full(),
    options: {cloud: 'one', username: 'line-user'},
    expect: {'auth.username': 'line-user', 'source:auth.username': '--os-username'},
  },
  {
    title: 'a variable beats the file: username',
    files: full(),
    env: {OS_USERNAME: 'env-user', OS_CLOUD: 'one'},
    expect: {'auth.username': 'env-user', 'source:auth.username': 'OS_USERNAME'},
  },
  {
    title: 'an option beats a variable',
    files: full(),
    env: {OS_USERNAME: 'env-user'},
    options: {cloud: 'one', username: 'line-user'},
    expect: {'auth.username': 'line-user'},
  },
  {
    title: 'an option beats the file: auth_url',
    files: full(),
    options: {cloud: 'one', auth_url: 'http://line'},
    expect: {'auth.auth_url': 'http://line'},
  },
  {
    title: 'an option beats the file: password',
    files: full(),
    options: {cloud: 'one', password: 'line-password'},
    expect: {'auth.password': 'line-password'},
  },
  {
    title: 'an option beats the file: project',
    files: full(),
    options: {cloud: 'one', project_name: 'line-project'},
    expect: {'auth.project_name': 'line-project', 'source:auth.project_name': '--os-project-name'},
    differs: FIXED,
  },
  {
    title: 'a variable beats the file: project',
    files: full(),
    env: {OS_PROJECT_NAME: 'env-project'},
    ...ONE,
    expect: {'auth.project_name': 'env-project'},
    differs: FIXED,
  },
  {
    title: 'an option beats the file: domain of the user',
    files: full(),
    options: {cloud: 'one', user_domain_name: 'line'},
    expect: {'auth.user_domain_name': 'line', 'auth.project_domain_name': 'file-domain'},
    differs: FIXED,
  },
  {
    title: 'an option adds what the file lacks',
    files: one('auth: {auth_url: http://file, username: u}'),
    options: {cloud: 'one', project_id: 'abc'},
    expect: {'auth.project_id': 'abc', 'auth.username': 'u'},
  },
  {
    title: 'OS_REGION_NAME',
    files: full('regions: [A, B]'),
    env: {OS_REGION_NAME: 'B'},
    ...ONE,
    expect: {region: 'B', 'source:region_name': 'OS_REGION_NAME'},
  },
  {
    title: '--os-region-name beats OS_REGION_NAME',
    files: full('regions: [A, B]'),
    env: {OS_REGION_NAME: 'B'},
    options: {cloud: 'one', region_name: 'A'},
    expect: {region: 'A', 'source:region_name': '--os-region-name'},
  },
  {
    title: 'interface of the file',
    files: full('interface: internal'),
    ...ONE,
    expect: {interface: 'internal', 'source:interface': 'clouds.yaml:10'},
  },
  {
    title: 'endpoint_type is the old name',
    files: full('endpoint_type: internal'),
    ...ONE,
    expect: {interface: 'internal'},
  },
  {
    title: 'OS_INTERFACE beats the file',
    files: full('interface: internal'),
    env: {OS_INTERFACE: 'admin'},
    ...ONE,
    expect: {interface: 'admin'},
  },
  {
    title: '--os-interface beats OS_INTERFACE',
    files: full(),
    env: {OS_INTERFACE: 'admin'},
    options: {cloud: 'one', interface: 'internal'},
    expect: {interface: 'internal'},
  },
  {
    title: '--os-interface beats endpoint_type',
    files: full('endpoint_type: internal'),
    options: {cloud: 'one', interface: 'admin'},
    expect: {interface: 'admin'},
    differs: 'the old name beats the option there',
  },
  {
    title: 'versions of the file',
    files: full('compute_api_version: "2.60"', 'image_api_version: 2'),
    ...ONE,
    expect: {
      'settings.compute_api_version': '2.60',
      'settings.image_api_version': '2',
      'source:compute_api_version': 'clouds.yaml:10',
    },
  },
  {
    title: 'a variable beats the version of the file',
    files: full('compute_api_version: "2.1"'),
    env: {OS_COMPUTE_API_VERSION: '2.72'},
    ...ONE,
    expect: {'settings.compute_api_version': '2.72', 'source:compute_api_version': 'OS_COMPUTE_API_VERSION'},
  },
  {
    title: 'an option beats the variable of a version',
    files: full(),
    env: {OS_COMPUTE_API_VERSION: '2.72'},
    options: {cloud: 'one', os_compute_api_version: '2.79'},
    expect: {'settings.compute_api_version': '2.79', 'source:compute_api_version': '--os-compute-api-version'},
  },
  {
    title: 'other variables do not touch an entry',
    files: full(),
    env: {OS_CLOUD: 'one', OS_COMPUTE_ENDPOINT_OVERRIDE: 'http://x', OS_IMAGE_FORMAT: 'raw'},
    expect: {'settings.compute_endpoint_override': undefined, 'settings.image_format': 'qcow2'},
  },
  {
    title: 'defaults',
    files: full(),
    ...ONE,
    expect: {
      'settings.network_api_version': '2',
      'settings.object_store_api_version': '1',
      'settings.image_format': 'qcow2',
      'settings.default_domain': 'default',
    },
  },
  {
    title: 'an option of osc itself is no setting',
    files: full(),
    options: {cloud: 'one', debug: true, timing: true},
    expect: {'settings.debug': undefined, 'settings.timing': undefined, 'settings.cloud': undefined},
  },
]

const environment: ConfigCase[] = [
  {
    title: 'variables alone',
    env: {...ENV, OS_USER_DOMAIN_NAME: 'D', OS_PROJECT_DOMAIN_NAME: 'D', OS_REGION_NAME: 'R'},
    expect: {
      name: undefined,
      region: 'R',
      auth: {
        auth_url: 'http://env',
        username: 'env-user',
        password: 'env-password',
        project_name: 'env-project',
        user_domain_name: 'D',
        project_domain_name: 'D',
      },
    },
  },
  {
    title: 'tenants are projects',
    env: {OS_AUTH_URL: 'http://env', OS_USERNAME: 'u', OS_TENANT_NAME: 't'},
    expect: {'auth.project_name': 't', 'auth.tenant_name': undefined, 'source:auth.project_name': 'OS_TENANT_NAME'},
  },
  {title: 'projects beat tenants', env: {...ENV, OS_TENANT_NAME: 't'}, expect: {'auth.project_name': 'env-project'}},
  {
    title: 'an option beats the variables',
    env: ENV,
    options: {username: 'line-user', project_name: 'line-project'},
    expect: {'auth.username': 'line-user', 'auth.project_name': 'line-project'},
  },
  {
    title: 'OS_CACERT, OS_CERT and OS_KEY',
    env: {...ENV, OS_CACERT: '/ca.pem', OS_CERT: '/c.pem', OS_KEY: '/k.pem'},
    expect: {cacert: '/ca.pem', cert: '/c.pem', key: '/k.pem', 'source:cacert': 'OS_CACERT'},
  },
  {title: 'OS_INTERFACE', env: {...ENV, OS_INTERFACE: 'internal'}, expect: {interface: 'internal'}},
  {title: 'OS_ENDPOINT_TYPE', env: {...ENV, OS_ENDPOINT_TYPE: 'internal'}, expect: {interface: 'internal'}},
  {
    title: 'interfaces the old way',
    env: {...ENV, OS_INTERFACE: 'publicURL'},
    expect: {interface: 'public'},
    differs: 'the same by another name there',
  },
  {
    title: 'OS_AUTH_TYPE',
    env: {...ENV, OS_AUTH_TYPE: 'v3password'},
    expect: {authType: 'v3password', 'source:auth_type': 'OS_AUTH_TYPE'},
  },
  {
    title: 'OS_IDENTITY_API_VERSION',
    env: {...ENV, OS_IDENTITY_API_VERSION: '3'},
    expect: {
      'settings.identity_api_version': '3',
      'auth.user_domain_id': 'default',
      'auth.project_domain_id': 'default',
      'source:auth.user_domain_id': 'default',
    },
  },
  {
    title: 'OS_DEFAULT_DOMAIN',
    env: {...ENV, OS_IDENTITY_API_VERSION: '3', OS_DEFAULT_DOMAIN: 'd1'},
    expect: {
      'auth.user_domain_id': 'd1',
      'auth.project_domain_id': 'd1',
      'source:auth.user_domain_id': 'OS_DEFAULT_DOMAIN',
    },
  },
  {
    title: 'any variable is a setting',
    env: {...ENV, OS_COMPUTE_ENDPOINT_OVERRIDE: 'http://nova'},
    expect: {
      'settings.compute_endpoint_override': 'http://nova',
      'source:compute_endpoint_override': 'OS_COMPUTE_ENDPOINT_OVERRIDE',
    },
  },
  {
    title: 'the token of a variable',
    env: {OS_AUTH_TYPE: 'v3token', OS_AUTH_URL: 'http://env', OS_TOKEN: 'T'},
    expect: {authType: 'v3token', 'auth.token': 'T'},
  },
  {
    title: 'OS_AUTH_TOKEN is an old name',
    env: {OS_AUTH_TYPE: 'v3token', OS_AUTH_URL: 'http://env', OS_AUTH_TOKEN: 'T'},
    expect: {'auth.token': 'T'},
  },
  {
    title: 'an application credential',
    env: {
      OS_AUTH_TYPE: 'v3applicationcredential',
      OS_AUTH_URL: 'http://env',
      OS_APPLICATION_CREDENTIAL_ID: 'i',
      OS_APPLICATION_CREDENTIAL_SECRET: 's',
    },
    expect: {
      authType: 'v3applicationcredential',
      auth: {auth_url: 'http://env', application_credential_id: 'i', application_credential_secret: 's'},
    },
  },
  {
    title: 'OS_PASSCODE',
    env: {...ENV, OS_AUTH_TYPE: 'v3totp', OS_PASSCODE: '012345'},
    expect: {'auth.passcode': '012345'},
  },
  {
    title: 'OS_SYSTEM_SCOPE',
    env: {OS_AUTH_URL: 'http://env', OS_USERNAME: 'u', OS_SYSTEM_SCOPE: 'all'},
    expect: {'auth.system_scope': 'all'},
  },
  {
    title: 'OS_PROFILE is a key for tracing',
    env: {...ENV, OS_PROFILE: 'hmac'},
    expect: {'settings.profile': undefined, 'auth.username': 'env-user'},
  },
  {
    title: 'OS_PROFILE may name a public cloud',
    env: {OS_USERNAME: 'u', OS_PROFILE: 'elastx'},
    expect: {'auth.auth_url': 'https://ops.elastx.cloud:5000/v3', region: 'se-sto'},
  },
]

const types: ConfigCase[] = [
  {
    title: 'token and endpoint',
    options: {token: 'T', endpoint: 'http://svc'},
    expect: {authType: 'admin_token', auth: {token: 'T', endpoint: 'http://svc'}},
  },
  {
    title: 'token and endpoint of variables',
    env: {OS_TOKEN: 'T', OS_ENDPOINT: 'http://svc'},
    expect: {authType: 'admin_token', auth: {token: 'T', endpoint: 'http://svc'}},
    differs: 'openstack says admin_token; its library alone says password',
  },
  {
    title: 'a token without a user',
    env: {OS_AUTH_URL: 'http://env', OS_TOKEN: 'T'},
    expect: {authType: 'token', 'auth.token': 'T'},
    differs: 'password there, which then fails',
  },
  {
    title: 'token_endpoint is admin_token',
    files: one('auth_type: token_endpoint', 'auth: {endpoint: http://svc, token: T}'),
    ...ONE,
    expect: {authType: 'admin_token', auth: {endpoint: 'http://svc', token: 'T'}},
  },
  {
    title: 'url is an old name of endpoint',
    files: one('auth_type: admin_token', 'auth: {url: http://svc, token: T}'),
    ...ONE,
    expect: {auth: {endpoint: 'http://svc', token: 'T'}},
  },
  {
    title: 'none',
    files: one('auth_type: none', 'endpoint: http://svc'),
    ...ONE,
    expect: {authType: 'none', auth: {endpoint: 'http://svc'}},
  },
  {
    title: 'None is none',
    files: one('auth_type: "None"', 'auth: {endpoint: http://svc}'),
    ...ONE,
    expect: {authType: 'none'},
  },
  {title: 'an empty type is password', files: full('auth_type: ""'), ...ONE, expect: {authType: 'password'}},
  {title: 'a null type is password', files: full('auth_type:'), ...ONE, expect: {authType: 'password'}},
  {
    title: 'http_basic',
    files: one('auth_type: http_basic', 'auth: {username: u, password: p, endpoint: http://svc}'),
    ...ONE,
    expect: {authType: 'http_basic', auth: {username: 'u', password: 'p', endpoint: 'http://svc'}},
  },
  {
    title: 'auth_plugin is an old name',
    files: full('auth_plugin: v3password'),
    ...ONE,
    expect: {authType: 'v3password'},
    differs: 'the default type beats it there',
  },
  {
    title: 'auth_type beats auth_plugin',
    files: full('auth_type: v3password', 'auth_plugin: token'),
    ...ONE,
    expect: {authType: 'v3password'},
  },
  {
    title: '--os-auth-type beats the file',
    files: full('auth_type: v3token'),
    options: {cloud: 'one', auth_type: 'v3password'},
    expect: {authType: 'v3password', 'source:auth_type': '--os-auth-type'},
  },
  {
    title: 'user_name is an old name',
    files: one('auth: {auth_url: http://x, user_name: u}'),
    ...ONE,
    expect: {'auth.username': 'u', 'auth.user_name': undefined},
  },
  {
    title: 'the scope of OpenID Connect',
    files: one('auth_type: v3oidcpassword', 'auth: {auth_url: http://x, openid_scope: openid}'),
    ...ONE,
    expect: {'auth.scope': 'openid', 'auth.openid_scope': undefined},
  },
  {
    title: 'the methods of multi-factor authentication',
    files: one(
      'auth_type: v3multifactor',
      'auth:',
      '  auth_url: http://x',
      '  auth_methods: [v3password, v3totp]',
      '  username: u',
    ),
    ...ONE,
    expect: {'auth.auth_methods': ['v3password', 'v3totp'], 'auth.username': 'u'},
  },
  {
    title: 'options that the type does not take are settings',
    files: one('auth_type: v3password', 'auth: {auth_url: http://x, username: u}', 'endpoint: http://svc'),
    ...ONE,
    expect: {'auth.endpoint': undefined, 'settings.endpoint': 'http://svc'},
  },
  {
    title: 'options beside auth',
    files: one('auth_url: http://x', 'username: u', 'password: p', 'project_id: abc'),
    ...ONE,
    expect: {
      auth: {
        auth_url: 'http://x',
        username: 'u',
        password: 'p',
        project_id: 'abc',
        user_domain_id: 'default',
        project_domain_id: 'default',
      },
      'settings.username': undefined,
    },
  },
  {
    title: 'what stands beside auth beats auth',
    files: full('username: beside'),
    ...ONE,
    expect: {'auth.username': 'beside'},
  },
  {
    title: 'dashes are underscores',
    files: one(
      'auth:',
      '  auth-url: http://x',
      '  username: u',
      '  project-name: p',
      'region-name: R',
      'compute-api-version: "2.1"',
    ),
    ...ONE,
    expect: {'auth.auth_url': 'http://x', 'auth.project_name': 'p', region: 'R', 'settings.compute_api_version': '2.1'},
    differs: 'auth-url is read but not used there',
  },
]

const domains: ConfigCase[] = [
  {
    title: 'tenants are projects',
    files: one('auth: {auth_url: http://x, username: u, tenant_name: t, tenant_id: i}'),
    ...ONE,
    expect: {'auth.project_name': 't', 'auth.project_id': 'i', 'auth.tenant_name': undefined},
  },
  {
    title: 'projects beat tenants',
    files: one('auth: {auth_url: http://x, username: u, tenant_name: t, project_name: p}'),
    ...ONE,
    expect: {'auth.project_name': 'p'},
  },
  {
    title: 'one domain for user and project',
    files: one('auth: {auth_url: http://x, username: u, project_name: p, domain_name: D}'),
    ...ONE,
    expect: {
      auth: {auth_url: 'http://x', username: 'u', project_name: 'p', user_domain_name: 'D', project_domain_name: 'D'},
    },
  },
  {
    title: 'one domain by id',
    files: one('auth: {auth_url: http://x, username: u, project_id: p, domain_id: d}'),
    ...ONE,
    expect: {'auth.user_domain_id': 'd', 'auth.project_domain_id': 'd', 'auth.domain_id': undefined},
  },
  {
    title: 'a domain of its own stays',
    files: one('auth: {auth_url: http://x, username: u, project_name: p, domain_name: D, user_domain_name: U}'),
    ...ONE,
    expect: {'auth.user_domain_name': 'U', 'auth.project_domain_name': 'D'},
  },
  {
    title: 'without a project the domain is the scope',
    files: one(
      'identity_api_version: 3',
      'auth: {auth_url: http://x, username: u, user_domain_name: U, domain_name: D}',
    ),
    ...ONE,
    expect: {'auth.domain_name': 'D', 'auth.user_domain_name': 'U', 'auth.project_domain_id': 'default'},
  },
  {
    title: 'the default domain where none is named',
    files: one('identity_api_version: 3', 'auth: {auth_url: http://x, username: u, project_name: p}'),
    ...ONE,
    expect: {'auth.user_domain_id': 'default', 'auth.project_domain_id': 'default'},
  },
  {
    title: 'the default domain whatever the version',
    files: one('auth: {auth_url: http://x, username: u, project_name: p}'),
    ...ONE,
    expect: {
      'auth.user_domain_id': 'default',
      'auth.project_domain_id': 'default',
      'source:auth.user_domain_id': 'default',
    },
  },
  {
    title: 'the default domain for one of them',
    files: one(
      'identity_api_version: 3',
      'auth: {auth_url: http://x, username: u, project_name: p, user_domain_name: U}',
    ),
    ...ONE,
    expect: {'auth.user_domain_id': undefined, 'auth.project_domain_id': 'default'},
  },
  {
    title: '--os-default-domain',
    files: one('identity_api_version: 3', 'auth: {auth_url: http://x, username: u}'),
    options: {cloud: 'one', default_domain: 'd2'},
    expect: {'auth.user_domain_id': 'd2', 'source:auth.user_domain_id': '--os-default-domain'},
  },
  {
    title: 'default_domain of the file',
    files: one('identity_api_version: 3', 'default_domain: d3', 'auth: {auth_url: http://x, username: u}'),
    ...ONE,
    expect: {'auth.user_domain_id': 'd3'},
    differs: 'the default of the option beats the file there',
  },
  {
    title: 'no default domain for tokens',
    files: one('identity_api_version: 3', 'auth_type: v3token', 'auth: {auth_url: http://x, token: t}'),
    ...ONE,
    expect: {'auth.user_domain_id': undefined},
  },
  {
    title: 'no default domain beside default_domain_name',
    files: one('auth: {auth_url: http://x, username: u, default_domain_name: D}'),
    ...ONE,
    expect: {'auth.user_domain_id': undefined, 'auth.default_domain_name': 'D'},
  },
  {
    title: 'identity version 2 is no more',
    files: full('identity_api_version: "2"'),
    ...ONE,
    expect: {'auth.user_domain_name': 'file-domain', authType: 'password'},
    differs: 'domains are dropped there',
  },
]

const regions: ConfigCase[] = [
  {
    title: 'region_name',
    files: full('region_name: R'),
    ...ONE,
    expect: {region: 'R', 'source:region_name': 'clouds.yaml:10'},
  },
  {title: 'region_name, a list', files: full('region_name: [R1, R2]'), ...ONE, expect: {region: 'R1'}},
  {
    title: 'region_name, joined by commas',
    files: full('region_name: R1,R2'),
    options: {cloud: 'one', region_name: 'R2'},
    expect: {region: 'R2'},
  },
  {title: 'region_name, a number', files: full('region_name: 7'), ...ONE, expect: {region: '7'}},
  {title: 'region_name, empty', files: full('region_name: ""'), ...ONE, expect: {region: undefined}},
  {
    title: 'regions: the first',
    files: full('regions:', '- R1', '- R2'),
    ...ONE,
    expect: {region: 'R1', 'source:region_name': 'clouds.yaml:11'},
  },
  {title: 'regions beat region_name', files: full('region_name: R9', 'regions: [R1]'), ...ONE, expect: {region: 'R1'}},
  {
    title: 'any region where none is named',
    files: full(),
    options: {cloud: 'one', region_name: 'R5'},
    expect: {region: 'R5'},
  },
  {
    title: 'values of a region',
    files: full(
      'image_format: raw',
      'regions:',
      '- name: R1',
      '  values: {image_format: vhd, auth: {auth_url: http://r1}}',
      '- R2',
    ),
    ...ONE,
    expect: {
      region: 'R1',
      'settings.image_format': 'vhd',
      'auth.auth_url': 'http://r1',
      'auth.username': 'file-user',
      'source:image_format': 'clouds.yaml:13',
    },
  },
  {
    title: 'values of another region',
    files: full('image_format: raw', 'regions:', '- name: R1', '  values: {image_format: vhd}', '- R2'),
    options: {cloud: 'one', region_name: 'R2'},
    expect: {region: 'R2', 'settings.image_format': 'raw'},
  },
  {
    title: 'options beat values of a region',
    files: full('regions:', '- name: R1', '  values: {interface: internal}'),
    options: {cloud: 'one', interface: 'admin'},
    expect: {interface: 'admin'},
  },
  {title: 'a region without values', files: full('regions:', '- name: R1'), ...ONE, expect: {region: 'R1'}},
]

const profiles: ConfigCase[] = [
  {
    title: 'a public cloud',
    files: one('profile: ovh', 'auth: {username: u, project_name: p}'),
    ...ONE,
    expect: {
      'auth.auth_url': 'https://auth.cloud.ovh.net/',
      'auth.user_domain_name': 'Default',
      region: 'BHS',
      'settings.identity_api_version': '3',
      'settings.floating_ip_source': 'None',
      'source:auth.auth_url': 'vendor profile ovh',
    },
  },
  {
    title: 'the entry beats its profile',
    files: one('profile: ovh', 'region_name: GRA1', 'auth: {auth_url: http://mine, username: u}'),
    ...ONE,
    expect: {'auth.auth_url': 'http://mine', region: 'GRA1'},
  },
  {
    title: 'the region in the address',
    files: one('profile: citycloud', 'auth: {username: u}'),
    options: {cloud: 'one', region_name: 'Fra1'},
    expect: {'auth.auth_url': 'https://Fra1.citycloud.com:5000/v3/', region: 'Fra1'},
  },
  {
    title: 'the region in an override',
    files: one('profile: rackspace', 'auth: {username: u, project_id: "1"}'),
    ...ONE,
    expect: {
      region: 'DFW',
      'settings.block_storage_endpoint_override': 'https://DFW.blockstorage.api.rackspacecloud.com/v2/',
    },
  },
  {
    title: 'region-name of a profile',
    files: one('profile: ultimum', 'auth: {username: u}'),
    ...ONE,
    expect: {region: 'RegionOne'},
    differs: 'the dash is overlooked there',
  },
  {
    title: 'values of a region of a profile',
    files: one('profile: limestonenetworks', 'auth: {username: u}'),
    options: {cloud: 'one', region_name: 'us-slc'},
    expect: {region: 'us-slc', 'settings.volume_api_version': '3'},
  },
  {
    title: 'cloud is an old name of profile',
    files: one('cloud: elastx', 'auth: {username: u}'),
    ...ONE,
    expect: {region: 'se-sto', 'settings.cloud': undefined},
  },
  {
    title: 'a profile of clouds-public.yaml',
    files: {
      ...one('profile: own', 'auth: {username: u}'),
      'work/clouds-public.yaml':
        'public-clouds:\n  own:\n    auth:\n      auth_url: http://own\n    regions: [X, Y]\n    image_api_version: 2\n',
    },
    ...ONE,
    expect: {
      'auth.auth_url': 'http://own',
      'auth.username': 'u',
      region: 'X',
      'settings.image_api_version': '2',
      'source:auth.auth_url': 'clouds-public.yaml:4',
    },
  },
  {
    title: 'clouds-public.yaml beats the public clouds',
    files: {
      ...one('profile: ovh', 'auth: {username: u}'),
      [`${USER}/clouds-public.yaml`]: 'public-clouds: {ovh: {auth: {auth_url: http://own}}}',
    },
    ...ONE,
    expect: {'auth.auth_url': 'http://own', 'auth.user_domain_name': undefined},
  },
  {
    title: 'OS_CLIENT_VENDOR_FILE',
    files: {
      ...one('profile: own', 'auth: {username: u}'),
      'home/v.json': '{"public-clouds": {"own": {"auth": {"auth_url": "http://v"}}}}',
    },
    env: {OS_CLIENT_VENDOR_FILE: '$ROOT/home/v.json'},
    expect: {name: 'one', 'auth.auth_url': 'http://v'},
    differs: 'not a variable there',
  },
]

const tls: ConfigCase[] = [
  {
    title: 'verify: false',
    files: full('verify: false'),
    ...ONE,
    expect: {verify: false, 'source:verify': 'clouds.yaml:10'},
  },
  {
    title: 'insecure: true',
    files: full('insecure: true'),
    ...ONE,
    expect: {verify: false, 'source:verify': 'clouds.yaml:10'},
  },
  {title: 'insecure: yes', files: full('insecure: yes'), ...ONE, expect: {verify: false}},
  {title: 'insecure: "True"', files: full('insecure: "True"'), ...ONE, expect: {verify: false}},
  {title: 'insecure: "1" is not true', files: full('insecure: "1"'), ...ONE, expect: {verify: true}},
  {title: 'insecure beats verify', files: full('insecure: true', 'verify: true'), ...ONE, expect: {verify: false}},
  {
    title: '--insecure',
    files: full('verify: true'),
    options: {cloud: 'one', insecure: true},
    expect: {verify: false, 'source:verify': '--insecure'},
  },
  {
    title: '--verify beats the file',
    files: full('verify: false'),
    options: {cloud: 'one', verify: true},
    expect: {verify: true, 'source:verify': '--verify'},
  },
  {
    title: '--verify beats insecure',
    files: full('insecure: true'),
    options: {cloud: 'one', verify: true},
    expect: {verify: true},
    differs: 'insecure beats it there',
  },
  {title: 'cacert', files: full('cacert: /etc/ca.pem'), ...ONE, expect: {cacert: '/etc/ca.pem', verify: true}},
  {title: 'cacert in the home folder', files: full('cacert: ~/ca.pem'), ...ONE, expect: {cacert: '$ROOT/home/ca.pem'}},
  {
    title: 'verify may be a path',
    files: full('verify: /etc/ca.pem'),
    ...ONE,
    expect: {cacert: '/etc/ca.pem', verify: true},
  },
  {
    title: 'cert and key',
    files: full('cert: ~/c.pem', 'key: /k.pem'),
    ...ONE,
    expect: {cert: '$ROOT/home/c.pem', key: '/k.pem'},
  },
  {
    title: '--os-cacert beats OS_CACERT beats the file',
    files: full('cacert: /f.pem', 'cert: /f.pem'),
    env: {OS_CACERT: '/e.pem', OS_CERT: '/e.pem'},
    options: {cloud: 'one', cacert: '/o.pem'},
    expect: {cacert: '/o.pem', cert: '/e.pem'},
  },
]

const values: ConfigCase[] = [
  {
    title: 'numbers are text',
    files: one('compute_api_version: 2.1', 'auth: {auth_url: http://x, username: 42, password: 12345678901234567890}'),
    ...ONE,
    expect: {'auth.username': '42', 'auth.password': '12345678901234567890', 'settings.compute_api_version': '2.1'},
  },
  {
    title: 'a version with .0',
    files: full('image_api_version: 2.0'),
    ...ONE,
    expect: {'settings.image_api_version': '2.0'},
  },
  {
    title: 'YAML 1.1: octal and sixties',
    files: one('auth: {auth_url: http://x, username: 012, password: 1:30}'),
    ...ONE,
    expect: {'auth.username': '10', 'auth.password': '90'},
  },
  {
    title: 'numbers without digits, and numbers that are too long, are text',
    files: one(
      `auth: {auth_url: http://x, username: 0b_, password: 0x_, project_name: '1', project_id: ${'9'.repeat(5000)}}`,
    ),
    ...ONE,
    expect: {'auth.username': '0b_', 'auth.password': '0x_', 'auth.project_id': '9'.repeat(5000)},
    differs: 'Python refuses them',
  },
  {
    title: 'a project id that looks like a number with an exponent',
    files: one('auth: {auth_url: http://x, username: u, project_id: 12345e67}'),
    ...ONE,
    expect: {'auth.project_id': '12345e67'},
  },
  {
    title: 'y is no boolean',
    files: one('auth: {auth_url: http://x, username: y, password: "yes"}'),
    ...ONE,
    expect: {'auth.username': 'y', 'auth.password': 'yes'},
  },
  {
    title: 'booleans of YAML 1.1',
    files: full('image_api_use_tasks: on', 'requires_floating_ip: no'),
    ...ONE,
    expect: {'settings.image_api_use_tasks': true, 'settings.requires_floating_ip': false},
  },
  {
    title: 'anchors and merge keys',
    files: {
      [WORK]:
        'clouds:\n  base: &base\n    region_name: R\n    auth: &auth\n      auth_url: http://x\n      username: u\n  one:\n    <<: *base\n    auth:\n      <<: *auth\n      username: v\n',
    },
    ...ONE,
    expect: {region: 'R', 'auth.auth_url': 'http://x', 'auth.username': 'v', 'source:auth.auth_url': 'clouds.yaml:5'},
  },
  {
    title: 'braces in a password stay',
    files: one('auth: {auth_url: http://x, username: u, password: "a{b}{{c"}'),
    ...ONE,
    expect: {'auth.password': 'a{b}{{c'},
  },
  {
    title: 'overrides and service types',
    files: full(
      'orchestration_endpoint_override: http://heat/{region_name}',
      'volume_service_type: volumev3',
      'region_name: R',
    ),
    ...ONE,
    expect: {'settings.orchestration_endpoint_override': 'http://heat/R', 'settings.volume_service_type': 'volumev3'},
  },
  {
    title: 'endpoint types of services are interfaces',
    files: full('compute_endpoint_type: internal'),
    ...ONE,
    expect: {'settings.compute_interface': 'internal', 'settings.compute_endpoint_type': undefined},
  },
  {title: 'api_timeout', files: full('api_timeout: 30'), ...ONE, expect: {'settings.api_timeout': 30}},
  {
    title: 'a timeout of a service is that of all',
    files: full('compute_timeout: 30'),
    ...ONE,
    expect: {'settings.api_timeout': 30},
  },
  {
    title: 'networks stay',
    files: full('networks:', '- {name: n, routes_externally: true}'),
    ...ONE,
    expect: {'settings.networks': [{name: 'n', routes_externally: true}]},
  },
  {title: 'force_ipv4 of the cloud', files: full('force_ipv4: true'), ...ONE, expect: {'settings.force_ipv4': true}},
  {
    title: 'force_ipv4 of all clouds',
    files: {[WORK]: `client:\n  force_ipv4: true\n${many('one')}`},
    ...ONE,
    expect: {'settings.force_ipv4': true, 'source:force_ipv4': 'clouds.yaml:2'},
  },
  {title: 'OS_FORCE_IPV4', files: full(), env: {OS_FORCE_IPV4: 'true'}, ...ONE, expect: {'settings.force_ipv4': true}},
  {title: 'prefer_ipv6: false', files: full('prefer_ipv6: false'), ...ONE, expect: {'settings.force_ipv4': true}},
  {
    title: 'a passcode beside auth',
    files: full('auth_type: v3totp', 'passcode: "123456"'),
    ...ONE,
    expect: {'auth.passcode': '123456'},
  },
  {
    title: 'names that every object has',
    files: one('constructor: 1', 'auth: {auth_url: http://x, username: u, toString: y}'),
    ...ONE,
    expect: {'settings.constructor': '1', 'auth.toString': 'y'},
  },
  {
    title: 'empty values count as missing',
    files: one('auth: {auth_url: http://x, username: u, password: "", user_id:}'),
    ...ONE,
    expect: {'auth.password': undefined, 'auth.user_id': undefined},
  },
]

export const CASES: readonly ConfigCase[] = [
  selection,
  places,
  precedence,
  environment,
  types,
  domains,
  regions,
  profiles,
  tls,
  values,
].flat()
