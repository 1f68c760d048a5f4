import type {PropertySchema, PropertySchemas} from '#sandbox/resources/properties'
import type {Constraint} from '#sandbox/template/constraints'

/** The constraint of a number that is at least `min`. */
export const least = (min: number): Constraint[] => [{kind: 'range', min, max: undefined}]

const whole = (description: string, min: number, value: number): PropertySchema => ({
  type: 'integer',
  description,
  default: value,
  constraints: least(min),
})

/** The size of batches, and the pause between them. */
export const BATCHES: PropertySchemas = {
  max_batch_size: whole('Resources in one batch.', 1, 1),
  pause_time: {type: 'number', description: 'Seconds between batches.', default: 0, constraints: least(0)},
}

/** The same for an update of a group in service. */
export const ROLLING_BATCHES: PropertySchemas = {
  min_in_service: whole('Resources that stay in service.', 0, 0),
  ...BATCHES,
}
