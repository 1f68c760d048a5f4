#!/usr/bin/env node
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {start} from '@osc-cli/core/start'

await start(dirname(dirname(fileURLToPath(import.meta.url))))
