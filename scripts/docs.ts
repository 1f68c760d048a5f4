// `npm run docs`: the site, in site/, from what `npm run build` left.
import {join} from 'node:path'
import {writeSite} from './site/write.ts'

const folder = join(import.meta.dirname, '..', 'site')
const pages = await writeSite(folder)
process.stdout.write(`${pages} pages: ${join(folder, 'index.html')}\n`)
