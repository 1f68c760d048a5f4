// Writes golden.json again: what every kind of failure says. Read the difference before it is committed.
import {writeFileSync} from 'node:fs'
import {makeCertificates} from '../../support/certificates.ts'
import {CASES} from './cases.ts'
import {failAs, type Report} from './fail.ts'

const certificates = makeCertificates()
const golden: Record<string, Report> = {}
for (const one of CASES) golden[one.name] = await failAs(one, certificates)
certificates.remove()
writeFileSync(new URL('golden.json', import.meta.url), `${JSON.stringify(golden, null, 2)}\n`)
