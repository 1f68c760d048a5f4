import {asText, type Json} from '@osc-cli/core'

/** A value in messages: texts and numbers as they are, anything else as JSON. */
export const shownText = (value: Json | undefined): string => asText(value) ?? JSON.stringify(value ?? null)
