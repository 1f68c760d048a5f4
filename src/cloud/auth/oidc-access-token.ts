import {federatedLogin} from '#cloud/auth/federation'
import {needed} from '#cloud/auth/params'
import type {LogIn} from '#cloud/auth/types'

/** `v3oidcaccesstoken`: the provider's token is there already. */
export const logIn: LogIn = async (context) => await federatedLogin(context, needed(context.config, 'access_token'))
