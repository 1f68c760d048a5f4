import assert from 'node:assert/strict'
import {tokenKey} from '#cloud/auth/token-key'
import type {CloudConfig} from '#cloud/config/types'
import {cloudConfig} from './fake-cloud.ts'

describe('the key of a cached token', () => {
  const own = cloudConfig({})

  const others: [string, Partial<CloudConfig>][] = [
    ['another password', {auth: {...own.auth, password: 'other'}}],
    ['another auth_url', {auth: {...own.auth, auth_url: 'http://other/v3'}}],
    ['an endpoint override', {settings: {identity_endpoint_override: 'http://other/v3'}}],
    ['an endpoint of another spelling', {settings: {orchestration_endpoint: 'http://other/v1'}}],
    ['certificates that are not verified', {verify: false}],
    ['other authorities', {cacert: '/tmp/ca.pem'}],
  ]
  for (const [difference, change] of others) {
    it(`differs with ${difference}`, () => assert.notDeepEqual(tokenKey({...own, ...change}), tokenKey(own)))
  }

  const same: [string, Partial<CloudConfig>][] = [
    ['another passcode', {auth: {...own.auth, passcode: '123456'}}],
    ['another format of images', {settings: {image_format: 'raw'}}],
  ]
  for (const [difference, change] of same) {
    it(`stays with ${difference}`, () => assert.deepEqual(tokenKey({...own, ...change}), tokenKey(own)))
  }
})
