import assert from 'node:assert/strict'
import type {Access} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {ownId} from '#own'

const nothing: Access = {
  token: 't',
  expiresAt: undefined,
  issuedAt: undefined,
  userId: undefined,
  userName: undefined,
  userDomainId: undefined,
  userDomainName: undefined,
  projectId: undefined,
  projectName: undefined,
  projectDomainId: undefined,
  projectDomainName: undefined,
  domainId: undefined,
  domainName: undefined,
  system: false,
  trustId: undefined,
  roles: [],
  catalog: [],
}
const inProject: Access = {
  ...nothing,
  userId: 'u1',
  userName: 'ada',
  userDomainId: 'default',
  userDomainName: 'Default',
  projectId: 'p1',
  projectName: 'shop',
  projectDomainId: 'd1',
  projectDomainName: 'Partners',
}
const inDomain: Access = {...nothing, userId: 'u1', userName: 'ada', domainId: 'd2', domainName: 'Shops'}

describe('ownId', () => {
  const cases: [string, Access, string, string, string | undefined, string | undefined][] = [
    ['our project', inProject, 'project', 'shop', undefined, 'p1'],
    ['our project by its domain name', inProject, 'project', 'shop', 'Partners', 'p1'],
    ['our project by its domain ID', inProject, 'project', 'shop', 'd1', 'p1'],
    ['a project of that name elsewhere', inProject, 'project', 'shop', 'Default', undefined],
    ['another project', inProject, 'project', 'other', undefined, undefined],
    ['ourselves', inProject, 'user', 'ada', 'default', 'u1'],
    ['the domain of our project', inProject, 'domain', 'Partners', undefined, 'd1'],
    ['the domain that we work in', inDomain, 'domain', 'Shops', undefined, 'd2'],
    ['a project without one in the token', inDomain, 'project', 'shop', undefined, undefined],
    ['a noun that no token has', inProject, 'role', 'shop', undefined, undefined],
  ]
  for (const [what, access, noun, name, domain, expected] of cases) {
    it(what, () => assert.equal(ownId(access, noun, name, domain), expected))
  }
})
