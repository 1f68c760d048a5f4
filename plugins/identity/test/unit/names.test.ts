import assert from 'node:assert/strict'
import type {Resource} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {applicationCredentialsOf} from '#application-credential'
import {Domain} from '#domain'
import {EndpointGroup} from '#endpoint-group'
import {Group} from '#group'
import {Project} from '#project'
import {Role} from '#role'
import {User} from '#user'

describe('nouns with names', () => {
  const named: Resource[] = [applicationCredentialsOf('me'), Domain, EndpointGroup, Group, Project, Role, User]
  for (const {noun, caseless} of named) it(`${noun}: case does not matter`, () => assert.equal(caseless, true))
})
