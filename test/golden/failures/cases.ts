import type {Case} from './case.ts'
import {AUTHENTICATION} from './cases/authentication.ts'
import {CONFIGURATION} from './cases/configuration.ts'
import {CONNECTION} from './cases/connection.ts'
import {CONTEXT} from './cases/context.ts'
import {SERVICE} from './cases/service.ts'
import {TOOL} from './cases/tool.ts'

export const CASES: readonly Case[] = [...CONFIGURATION, ...AUTHENTICATION, ...CONNECTION, ...SERVICE, ...CONTEXT, ...TOOL]
