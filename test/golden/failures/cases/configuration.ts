import {chmodSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Case, LAB, READ} from '../case.ts'
import {cloudRoutes} from '../cloud.ts'

export const CONFIGURATION: readonly Case[] = [
  {name: 'no cloud', argv: ['region', 'list']},
  {
    name: 'empty cloud',
    argv: [...LAB, 'region', 'list'],
    cloudsYaml: 'clouds:\n  lab:\n  auth:\n    username: u\n',
  },
  {name: 'unknown cloud', argv: ['--os-cloud', 'lap', 'region', 'list']},
  {name: 'no clouds.yaml', argv: ['--os-cloud', 'lab', 'region', 'list'], cloudsYaml: ''},
  {name: 'malformed clouds.yaml', argv: [...LAB, 'region', 'list'], cloudsYaml: 'clouds:\n  lab: {auth: [}\n'},
  {name: 'unreadable file', argv: [...LAB, 'region', 'list'], env: {OS_CLIENT_CONFIG_FILE: '.'}},
  {name: 'missing parameter', argv: [...LAB, 'region', 'list'], auth: {username: undefined}},
  {name: 'unknown authentication type', argv: [...LAB, 'region', 'list'], entry: {auth_type: 'passwort'}},
  {
    name: 'unreadable CA bundle',
    argv: READ,
    tls: (made) => made.selfSigned('bundle'),
    entry: {cacert: '/no/such.pem'},
  },
  {
    name: 'unreadable secure.yaml',
    argv: READ,
    auth: {password: undefined},
    prepare: ({work}) => mkdirSync(join(work, 'secure.yaml')),
  },
  {
    name: 'secure.yaml readable by other users',
    argv: READ,
    routes: cloudRoutes(),
    auth: {password: undefined},
    prepare({work}) {
      const file = join(work, 'secure.yaml')
      writeFileSync(file, 'clouds: {lab: {auth: {password: looking-glass-3}}}\n')
      chmodSync(file, 0o644)
    },
  },
  {name: 'unsupported authentication type', argv: READ, entry: {auth_type: 'v3samlpassword'}},
]
