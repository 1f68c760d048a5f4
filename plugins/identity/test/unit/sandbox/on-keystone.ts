import assert from 'node:assert/strict'
import {asObject, asText, decodeJson, type Json, type JsonObject} from '@osc-cli/core'
import type {Sandbox} from '@osc-cli/core/sandbox'
import {after, before} from 'mocha'
import service from '#sandbox/index'
import {startSandbox} from '../../../../sandbox/src/server/sandbox.ts'

export interface Answered {
  status: number
  body: JsonObject
  headers: Headers
}

export interface PromptOptions {
  body?: unknown
  token?: string
  headers?: Readonly<Record<string, string>>
}

const place = (name: string) => ({name, domain: {id: 'default'}})

/** A sandbox with Keystone alone, for the tests of the surrounding `describe`. */
export function onKeystone() {
  let running: Sandbox | undefined
  const logins = new Map<string, string>()
  before(async () => {
    running = await startSandbox({services: [service]})
  })
  after(() => running?.close())
  const sandbox = (): Sandbox => {
    if (!running) throw new Error('The sandbox runs only while tests do.')
    return running
  }

  /** `ask('GET /users')`, below /identity/v3, as the administrator unless another token is given. */
  async function ask(request: string, {body, token, headers = {}}: PromptOptions = {}): Promise<Answered> {
    const [method = '', path = ''] = request.split(' ')
    const answer = await fetch(`${sandbox().url}/identity/v3${path}`, {
      method,
      headers: {'x-auth-token': token ?? (await login('admin')), ...headers},
      ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type') === 'application/json' && text !== ''
    return {status: answer.status, body: isJson ? asObject(decodeJson(text)) : {text}, headers: answer.headers}
  }

  const password = (name: string) => sandbox().cloud.secret(`${name}-password`)

  /** What a log-in with a password answers, of a user in the default domain; the scope null is none at all. */
  const logIn = (name: string, secret = password(name), scope: unknown = {project: place(name)}): Promise<Answered> => {
    const user = {...place(name), password: secret}
    const auth = {identity: {methods: ['password'], password: {user}}, ...(scope !== null && {scope})}
    return ask('POST /auth/tokens', {token: '', body: {auth}})
  }

  /** A token of the administrator or of demo, each in the project of that name. */
  async function login(name: 'admin' | 'demo'): Promise<string> {
    const known = logins.get(name) ?? (await tokenOf(logIn(name)))
    logins.set(name, known)
    return known
  }

  async function tokenOf(answered: Promise<Answered>): Promise<string> {
    const {status, body, headers} = await answered
    assert.equal(status, 201, JSON.stringify(body))
    return headers.get('x-subject-token') ?? ''
  }

  /** Makes something as administrator: `make('/users', 'user', {name})`. */
  async function make(path: string, member: string, content: JsonObject): Promise<string> {
    const {status, body} = await ask(`POST ${path}`, {body: {[member]: content}})
    assert.equal(status, 201, `${path}: ${JSON.stringify(body)}`)
    return asText(asObject(body[member]).id) ?? ''
  }

  const idOf = async (path: string, plural: string): Promise<string> => {
    const {body} = await ask(`GET ${path}`)
    const [first]: Json[] = Array.isArray(body[plural]) ? body[plural] : []
    return asText(asObject(first).id) ?? ''
  }

  return {sandbox, ask, logIn, login, tokenOf, make, idOf, password}
}

export const messageOf = ({body}: Answered): string => asText(asObject(body.error).message) ?? ''
