import {
  array,
  boolean,
  config,
  discriminatedUnion,
  enum as oneOf,
  exactOptional,
  gt,
  gte,
  int,
  lazy,
  literal,
  lte,
  minLength,
  never,
  number,
  object,
  refine,
  regex,
  string,
  union,
} from 'zod/mini';
import { createPlanSchemas } from './plan-schema.js';
import type { PlanSchemas } from './plan-schema.js';

/** By name, for a bundler keeps all of what is handed over whole. */
const zod = {
  array,
  boolean,
  config,
  discriminatedUnion,
  enum: oneOf,
  exactOptional,
  gt,
  gte,
  int,
  lazy,
  literal,
  lte,
  minLength,
  never,
  number,
  object,
  refine,
  regex,
  string,
  union,
};

let built: PlanSchemas | undefined;

/** The schemas of a plan file, built when first asked for. */
export function planSchemas(): PlanSchemas {
  built ??= createPlanSchemas(zod);
  return built;
}
