import assert from 'node:assert/strict'
import {inProject} from '#cloud/config/in-project'
import {AUTH, cloudConfig} from '../session/fake-cloud.ts'

describe('inProject', () => {
  const user = {auth_url: AUTH.auth_url, username: 'alice', password: 'wonderland', user_domain_id: 'default'}

  for (const scope of [
    {project_name: 'work', project_domain_id: 'default'},
    {project_id: 'p1', project_domain_name: 'Default'},
    {domain_id: 'd1'},
    {domain_name: 'd1'},
    {system_scope: 'all'},
    {trust_id: 't1'},
    {unscoped: true},
  ]) {
    it(`takes the place of ${Object.keys(scope).join(' and ')}`, () => {
      const {auth} = inProject(cloudConfig({auth: {...user, ...scope}}), 'p2')
      assert.deepEqual(auth, {...user, project_id: 'p2'})
    })
  }

  for (const authType of [
    'v3applicationcredential',
    'v3oauth1',
    'admin_token',
    'token_endpoint',
    'none',
    'http_basic',
  ]) {
    it(`is refused to ${authType}`, () => {
      assert.throws(() => inProject(cloudConfig({authType}), 'p2'), /bound to its project/)
    })
  }
})
