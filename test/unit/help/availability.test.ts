import assert from 'node:assert/strict'
import {readAccess} from '#cloud/auth/access'
import type {Access} from '#cloud/types'
import type {Context} from '#context/context'
import {lacks, lacksRole, needsNote, notOffered} from '#help/availability'

const NOW = 1e12
const HOUR = 3_600_000
const access = (answer: Parameters<typeof readAccess>[1]): Context['access'] => {
  const {token: _, ...value}: Access = readAccess('', answer)
  return {value, at: NOW - 3 * HOUR, source: 'login'}
}
const unknown: Context = {
  now: NOW,
  config: undefined,
  problem: undefined,
  access: undefined,
  microversions: {},
  extensions: {},
  names: {},
}
const range = {value: {lowest: '2.1', highest: '2.60'}, at: NOW - HOUR, source: 'version document'}
const known: Context = {
  ...unknown,
  microversions: {compute: range},
  extensions: {network: {value: ['router'], at: NOW, source: 'osc extension list'}},
}

describe('what a cloud is known to lack', () => {
  const cases: [string, Context, Parameters<typeof lacks>[0], string, boolean][] = [
    ['a microversion above its highest', known, {microversion: '2.67'}, 'compute', true],
    ['not its highest itself', known, {microversion: '2.60'}, 'compute', false],
    ['not one whose number only looks higher as text', known, {microversion: '2.9'}, 'compute', false],
    ['an extension that is not listed', known, {extension: 'trunk'}, 'network', true],
    ['not one that is', known, {extension: 'router'}, 'network', false],
    ['nothing while nothing is known', unknown, {microversion: '2.67', extension: 'trunk'}, 'compute', false],
  ]
  for (const [what, context, needs, service, expected] of cases)
    it(`is ${what}`, () => assert.equal(lacks(needs, service, context), expected))
  it('is said with what is needed, what there is, and how old that is', () => {
    const note = needsNote({microversion: '2.67'}, 'compute', known)
    assert.equal(note, 'requires microversion 2.67; this cloud supports up to 2.60 (version document, 1 h old)')
    assert.match(needsNote({microversion: '2.67'}, 'compute', unknown) ?? '', /is unknown$/)
  })
  it('is never a service while the catalog is unknown', () => assert.equal(notOffered(['compute'], unknown), undefined))
})

describe('roles that are lacking', () => {
  const member = {roles: [{id: 'm', name: 'member'}]}
  const reader = {roles: [{id: 'r', name: 'reader'}]}
  const cases: [string, JsonAnswer, string[], boolean][] = [
    ['admin for a member', {...member, project: {id: 'p'}}, ['admin'], true],
    ['not reader for a member', {...member, project: {id: 'p'}}, ['reader'], false],
    ['system reader on a project', {...reader, project: {id: 'p'}}, ['admin', 'system reader'], true],
    ['not system reader on the system', {...reader, system: {all: true}}, ['admin', 'system reader'], false],
    ['not domain reader on a domain', {...reader, domain: {id: 'd'}}, ['domain reader'], false],
    ['none where none is needed', member, [], false],
  ]
  for (const [what, answer, roles, expected] of cases)
    it(`are ${what}`, () => assert.equal(lacksRole(roles, {...unknown, access: access(answer)}), expected))
  it('are unknown before the first log-in', () => assert.equal(lacksRole(['admin'], unknown), false))
})

type JsonAnswer = Parameters<typeof readAccess>[1]
