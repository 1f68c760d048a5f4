import assert from 'node:assert/strict'
import {AmbiguousError, NotFoundError} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {serviceIn} from '#service'

describe('serviceIn', () => {
  const services = [
    {id: '1', name: 'nova', type: 'compute'},
    {id: '2', name: 'compute', type: 'legacy'},
    {id: '3', name: 'swift', type: 'object-store'},
    {id: '4', name: 'ceph', type: 'object-store'},
    {id: '5', name: '4', type: 'odd'},
    {id: '6', type: 'nameless'},
  ]
  const found: [string, string, string][] = [
    ['by ID before name', '4', '4'],
    ['by name before type', 'compute', '2'],
    ['by type', 'legacy', '2'],
    ['by type without a name', 'nameless', '6'],
  ]
  for (const [what, given, id] of found) it(what, () => assert.equal(serviceIn(services, given).id, id))

  it('lists the candidates of a type that several have', () => {
    assert.throws(
      () => serviceIn(services, 'object-store'),
      (error) =>
        error instanceof AmbiguousError && /\b3\b.*swift/.test(error.message) && /\b4\b.*ceph/.test(error.message),
    )
  })

  it('says what is not there', () => {
    assert.throws(
      () => serviceIn(services, 'nope'),
      (error) => error instanceof NotFoundError && error.message.includes("'nope'"),
    )
  })
})
