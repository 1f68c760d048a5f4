import assert from 'node:assert/strict'
import {oldClients, today} from '#advice/suggest/old-clients/today'
import {fixedIndex} from '../../../support/fixed-core.ts'

/** The sub-commands of the old clients as they listed them themselves (`heat bash-completion`). */
const HEAT =
  'action-check action-resume action-suspend build-info config-create config-delete config-list config-show deployment-create deployment-delete deployment-list deployment-metadata-show deployment-output-show deployment-show event event-list event-show hook-clear hook-poll output-list output-show resource-list resource-mark-unhealthy resource-metadata resource-show resource-signal resource-template resource-type-list resource-type-show resource-type-template service-list snapshot-delete snapshot-list snapshot-show stack-abandon stack-adopt stack-cancel-update stack-create stack-delete stack-list stack-preview stack-restore stack-show stack-snapshot stack-update template-function-list template-show template-validate template-version-list'
const KEYSTONE =
  'catalog ec2-credentials-create ec2-credentials-delete ec2-credentials-get ec2-credentials-list endpoint-create endpoint-delete endpoint-get endpoint-list password-update role-create role-delete role-get role-list service-create service-delete service-get service-list tenant-create tenant-delete tenant-get tenant-list tenant-update token-get user-create user-delete user-get user-list user-password-update user-role-add user-role-list user-role-remove user-update'

describe('sub-commands of the old clients', () => {
  const index = fixedIndex()
  for (const [client, names] of Object.entries({heat: HEAT, keystone: KEYSTONE})) {
    it(`all of ${client} lead to commands that exist`, () => {
      const lost = names.split(' ').filter((name) => !Object.hasOwn(index.commands, today(client, name)?.id ?? ''))
      assert.deepEqual(lost, [])
    })
  }

  it('no other name is made up', () => {
    for (const client of Object.keys(oldClients())) {
      assert.equal(today(client, 'no-such-thing'), undefined)
      assert.equal(today(client, 'constructor'), undefined)
    }
  })
})
