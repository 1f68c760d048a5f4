import assert from 'node:assert/strict'
import {maskExcept, secretMask} from '#advice/secrets/failure-mask'
import {type Declared, hideSecrets} from '#advice/secrets/hide'
import {soundsSecret} from '#advice/secrets/names'

const user: Declared = {
  flags: {
    password: {type: 'option'},
    'password-prompt': {type: 'boolean'},
    'key-name': {type: 'option'},
    description: {type: 'option'},
  },
  args: {name: {}},
}
const credential: Declared = {flags: {type: {type: 'option'}}, args: {user: {}, data: {secret: true}}}
const stack: Declared = {
  flags: {parameter: {type: 'option', helpValue: 'KEY=VALUE', secret: true}, wait: {type: 'boolean'}},
  args: {name: {}},
}
const api: Declared = {
  flags: {
    header: {type: 'option', char: 'H', helpValue: 'NAME:VALUE', secret: true},
    data: {type: 'option', char: 'd', helpValue: 'DATA', secret: true},
  },
  args: {method: {}, path: {}},
}

const transfer: Declared = {
  flags: {'auth-key': {type: 'option', secret: true, required: true}, wait: {type: 'boolean'}},
  args: {transfer: {}},
}

describe('a line without its secrets', () => {
  const cases: [what: string, declared: Declared | undefined, line: string, expected: string][] = [
    ['a global option', undefined, '--os-password S3cret user list', '--os-password *** user list'],
    ['a global option with =', undefined, '--os-password=S3cret', '--os-password=***'],
    ['a beginning that several options have', undefined, '--os-pass S3cret', '--os-pass ***'],
    ['a misspelt global option', undefined, '--os-pasword S3cret user list', '--os-pasword *** user list'],
    ['the HMAC key of a profile', undefined, '--os-profile S3cret user list', '--os-profile *** user list'],
    ['a one-time code', undefined, '--os-code S3cret user list', '--os-code *** user list'],
    ['an option of the command', user, '--password S3cret bob', '--password *** bob'],
    ['a beginning of it', user, '--passw S3cret bob', '--passw *** bob'],
    ['one of a client without a plugin', undefined, 'secret store -p S3cret -n x', 'secret store -p *** -n x'],
    ['a misspelt one', user, '--pasword S3cret bob', '--pasword *** bob'],
    ['one that is misspelt twice', user, '--paswrd=S3cret bob', '--paswrd=*** bob'],
    ['a misspelt one of another command', user, '--secrt S3cret bob', '--secrt *** bob'],
    ['another name for it', user, '--pwd S3cret bob', '--pwd *** bob'],
    ['an undeclared option that sounds secret', undefined, '--key-name web', '--key-name ***'],
    ['but a declared one shows', user, '--key-name web bob', '--key-name web bob'],
    ['a switch takes no value', user, '--password-prompt bob', '--password-prompt bob'],
    ['a secret argument', credential, 'u1 S3cret', 'u1 ***'],
    ['behind an option', credential, '--type totp u1 S3cret', '--type totp u1 ***'],
    ['behind an unknown option', credential, 'u1 S3cret --nope', 'u1 *** --nope'],
    ['as the value of an unknown option', credential, 'u1 --nope S3cret', 'u1 --nope ***'],
    ['behind --', credential, '-- u1 S3cret', '-- u1 ***'],
    ['one argument too many', credential, 'u1 S3cret S3cret', 'u1 *** ***'],
    [
      'what follows a switch for a secret, in a line with too many arguments',
      user,
      '--password-prompt S3cret bob',
      '--password-prompt *** bob',
    ],
    ['the rest of a password with a blank', user, '--password my S3cret bob', '--password *** *** bob'],
    ['the last argument where the option for a secret is missing', transfer, 't1 S3cret', 't1 ***'],
    ['but not where the option is there', transfer, 't1 t2 --auth-key S3cret', 't1 t2 --auth-key ***'],
    ['a key that no command declares', user, '--psk S3cret bob', '--psk *** bob'],
    ['the key of temporary URLs', user, '--description temp_url_key=S3cret bob', '--description temp_url_key=*** bob'],
    ['a parameter', stack, '--parameter pin=S3cret web', '--parameter pin=*** web'],
    ['one with =', stack, '--parameter=db_password=S3cret web', '--parameter=db_password=*** web'],
    ['two in one', stack, '--parameter size=1;db_password=S3cret web', '--parameter size=*** web'],
    ['a misspelt parameter option', stack, '--paramter pin=S3cret web', '--paramter pin=*** web'],
    ['a parameter without =', stack, '--parameter S3cret web', '--parameter *** web'],
    ['a header', api, '-H X-Api-Key:S3cret GET /', '-H X-Api-Key: *** GET /'],
    ['a header behind its letter', api, '-HX-Api-Key:S3cret GET', '-HX-Api-Key: *** GET'],
    ['a harmless header shows', api, '-H Accept:text/plain GET /', '-H Accept:text/plain GET /'],
    ['a body', api, '-d S3cret POST /', '-d *** POST /'],
    ['a pair anywhere', user, '--description db_pass=S3cret bob', '--description db_pass=*** bob'],
    ['in capitals', undefined, 'AdminPwd=S3cret rootpw=S3cret', 'AdminPwd=*** rootpw=***'],
    ['an address', undefined, 'https://me:S3cret@host/v3', 'https://me:***@host/v3'],
    ['a signed address', undefined, 'https://host/x?sig=S3cret', 'https://host/x?sig=***'],
    ['a token', undefined, 'token revoke gAAAAABS3cret', 'token revoke ***'],
  ]
  for (const [what, declared, line, expected] of cases)
    it(what, () => {
      const {words, secrets, values} = hideSecrets(line.split(' '), {used: [], declared})
      assert.equal(words.join(' '), expected)
      const isKnown = [...secrets, ...values].some((value) => value.endsWith('S3cret'))
      assert.equal(isKnown, line.includes('S3cret'))
    })

  it('an authorization header: the credentials without the scheme are a secret too', () => {
    const {words, secrets} = hideSecrets(['-H', 'Authorization: Basic S3cret'], {used: [], declared: api})
    assert.deepEqual(words, ['-H', 'Authorization: ***'])
    assert.deepEqual(secrets, ['Basic S3cret', 'S3cret'])
  })

  it('a body in JSON: what is below a revealing name is a secret wherever it occurs', () => {
    const body = JSON.stringify({server: {name: 'web', adminPass: 'S3cret', auth: {secret: ['S3cret2']}}})
    assert.deepEqual(hideSecrets(['-d', body], {used: [], declared: api}).secrets, [body, 'S3cret', 'S3cret2'])
  })
})

describe('what sounds secret', () => {
  const cases: [string, boolean][] = [
    ['--pasword', true],
    ['-p', true],
    ['-n', false],
    ['--tokn', true],
    ['--adminpass', true],
    ['--project', false],
    ['--parameter', false],
    ['--server', false],
    ['--description', false],
  ]
  for (const [name, expected] of cases) it(`${name}: ${expected}`, () => assert.equal(soundsSecret(name), expected))
})

describe('the mask of a failed run', () => {
  const line = {secrets: ['hunter22']}
  const mask = (env: Record<string, string>) => secretMask({line, env, config: undefined, masked: undefined})

  it('hides the secrets of the line and of variables wherever they show', () => {
    const masked = mask({OS_PASSWORD: 'from-the-env-1', OS_PROFILE: 'hmac-key', OS_USERNAME: 'ada'})
    assert.equal(masked('a-hunter22-b from-the-env-1 hmac-key ada'), 'a-***-b *** *** ada')
  })

  it('leaves a cloud its name, but never shows more than the name', () => {
    const spared = maskExcept(['lab-1', 'lab'], mask({OS_PASSWORD: 'lab'}))
    assert.equal(spared('osc --os-cloud lab-1: lab-1x lab labor'), 'osc --os-cloud lab-1: lab-1x *** ***or')
  })
})
