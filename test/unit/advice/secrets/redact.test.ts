import assert from 'node:assert/strict'
import {redact, redactText} from '#advice/secrets/redact'

describe('text of Mistral', () => {
  const token = `gAAAAAB${'x'.repeat(100)}`
  const secret = 'http://keystone.secret'
  for (const text of [
    `Can not evaluate YAQL expression [expression=$.a, error='a', data={'openstack': {'auth_token': '${token}'}}]`,
    `{'headers': {'X-Auth-Token': '${token}'}}`,
    `X-Auth-Token: 0123456789abcdef${secret}`,
    `token ${token} is not valid`,
    `{'auth-token': u'${token}'}`,
    `token eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ0123456789.${token} is not valid`,
    `{'service_catalog': '[{"url": "${secret}"}]', 'a': 1}`,
    `ctx {"openstack": {"auth_token": "abc${secret}"}}`,
    `{\\"auth_ctx\\": {\\"uri\\": \\"${secret}\\"}}`,
  ])
    it(`hides what is secret in ${text.slice(0, 30)}`, () => {
      const shown = redactText(text)
      assert.ok(!shown.includes(token) && !shown.includes(secret) && !shown.includes('0123456789'), shown)
      assert.ok(shown.includes('***'), shown)
    })

  it('hides keys of structures at any depth and keeps the rest', () => {
    const value = {a: [{'X-Auth-Token': 'one', n: 1}], openstack: {auth_token: 'two'}, service_catalog: [], ok: null}
    assert.deepEqual(redact(value), {
      a: [{'X-Auth-Token': '***', n: 1}],
      openstack: '***',
      service_catalog: '***',
      ok: null,
    })
  })

  it('keeps ordinary text', () => {
    const text = "The action raised an exception [action=std.fail, msg='no data={} here']"
    assert.equal(redactText(text), text)
  })
})
