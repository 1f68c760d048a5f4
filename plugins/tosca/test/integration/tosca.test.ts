import assert from 'node:assert/strict'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {after, before, describe, it} from 'mocha'

const templates = join(import.meta.dirname, '../templates')

describe('tosca', () => {
  const osc = oscOnCloud()
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'osc-tosca-'))
  })
  after(() => rmSync(folder, {recursive: true}))

  describe('for Heat', () => {
    before(async function () {
      await needs(this, 'orchestration')
      const {body} = await api('orchestration', 'GET', '/resource_types')
      if (!JSON.stringify(body).includes('OS::Nova::Server')) this.skip()
    })

    // artifacts.yaml names a file on the web.
    const names = ['cluster', 'network', 'placement', 'reservation', 'scaling', 'server', 'software', 'storage', 'vnf']
    for (const name of names)
      it(`${name}.yaml becomes a template that Heat accepts`, async () => {
        const output = join(folder, `${name}.yaml`)
        const values = {server: 'note=some text', software: 'password=secret'}[name]
        const parameter = values === undefined ? [] : ['--parameter', values]
        const line = [
          'translate',
          'template',
          '--template-type',
          'tosca',
          '--template-file',
          join(templates, `${name}.yaml`),
        ]
        await ok(osc(...line, ...parameter, '--offline', '--output-file', output))
        for (const [, file = ''] of readFileSync(output, 'utf8').matchAll(/get_file: (\S+)/g)) {
          mkdirSync(dirname(join(folder, file)), {recursive: true})
          writeFileSync(join(folder, file), '#!/bin/sh\n')
        }
        await ok(osc('orchestration', 'template', 'validate', '-t', output))
      })
  })

  describe('for Mistral', () => {
    const name = uniqueName('care').replaceAll('-', '_')
    before(function () {
      return needs(this, 'workflowv2')
    })
    after(async () => {
      await api('workflowv2', 'DELETE', `/workbooks/${name}`)
      for (const each of ['care', 'finish', 'greet']) await api('workflowv2', 'DELETE', `/workflows/${name}.${each}`)
    })

    it('workflows become a workbook that Mistral accepts and runs', async () => {
      cpSync(join(templates, 'scripts'), join(folder, 'scripts'), {recursive: true})
      const text = readFileSync(join(templates, 'workflows.yaml'), 'utf8')
      writeFileSync(join(folder, 'app.yaml'), text.replace('template_name: shop-care', `template_name: ${name}`))
      const output = join(folder, 'workbook.yaml')
      await ok(osc('translate', 'workflow', '--template-file', join(folder, 'app.yaml'), '--output-file', output))
      await ok(osc('workbook', 'create', output))
      const line = ['workflow', 'execution', 'create', `${name}.finish`, '--wait', '-f', 'value', '-c', 'ID']
      const id = (await ok(osc(...line))).trim()
      const {state} = asObject((await api('workflowv2', 'GET', `/executions/${id}`)).body)
      assert.equal(state, 'SUCCESS')
      await api('workflowv2', 'DELETE', `/executions/${id}?force=true`)
    })
  })
})
