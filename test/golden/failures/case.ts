import type {ServerOptions} from 'node:https'
import type {CertificateMaker} from '../../support/certificates.ts'
import type {Route} from '../../support/fixture-server.ts'
import type {Place} from '../../support/place.ts'
import {cloudRoutes, failed} from './cloud.ts'

/**
 * A line that fails, and the cloud it fails on. In lines, variables and the entry URL stands for the server's address, HOST for
 * its host and port, PORT for its port, AUTHORITY for the certificate of the authority, PLACE for the folder of the run.
 */
export interface Case {
  name: string
  argv: readonly string[]
  routes?: Record<string, Route>
  /** Over the entry `lab` of clouds.yaml; auth is merged. */
  entry?: Record<string, unknown>
  auth?: Record<string, unknown>
  /** Other text than an entry; '' for no file. */
  cloudsYaml?: string
  env?: Record<string, string>
  tls?: (certificates: CertificateMaker) => ServerOptions
  /** A proxy that wants this Proxy-Authorization; PROXY in `env` stands for its host and port. */
  proxy?: string
  /** Puts files into the place. */
  prepare?: (place: Place) => void
  /** Lines that run before it and after it, in the same place, without `env`. */
  before?: readonly (readonly string[])[]
  after?: readonly (readonly string[])[]
  /** How the line asks for JSON where it has no -f: by OSC_ERRORS, or by an option of its own. */
  json?: 'variable' | readonly string[]
  /** It prints what it found before it fails. */
  prints?: true
}

export const LAB = ['--os-cloud', 'lab']
export const READ = [...LAB, 'region', 'list']
export const CREATE = [...LAB, 'region', 'create', 'North']

/** One service that answers so to everything that is asked of it. */
export const answers = (status: number, body: unknown, headers?: Record<string, string>) =>
  cloudRoutes({'/v3/regions': failed(status, body, headers)})

export const errorBody = (code: number, message: string) => ({error: {code, message}})
