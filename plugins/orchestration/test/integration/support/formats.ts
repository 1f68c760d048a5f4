/**
 * Of records with nested values only the table is compared with Debian's heatclient, which prints these values as texts in
 * every format. The newest heatclient does so in tables only; the recordings compare its json.
 */
export const RECORD_FORMATS = ['table'] as const
