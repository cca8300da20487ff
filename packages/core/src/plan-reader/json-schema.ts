import * as z from 'zod/mini';
import { unitNames } from '../quantity/unit.js';
import { planSchemas } from './plan-schemas.js';

/**
 * JSON Schema of a plan file, for editors and other implementations. It tells form, not references:
 * ids, units and dates are checked by `parsePlan`.
 */
export function createPlanJsonSchema(): object {
  const { plan, lists, parts } = planSchemas();
  const names = z.registry<{ readonly id: string; readonly description: string; readonly examples?: string[] }>();
  names.add(lists.domains, { id: 'Domain', description: 'A field of work; weighted ones are ranked.' });
  names.add(lists.indicators, {
    id: 'Indicator',
    description: 'Something observed. Targets are promises about indicators.',
  });
  names.add(lists.targets, {
    id: 'Target',
    description: 'One checkable promise: measure × criterion × schedule × scope.',
  });
  names.add(parts.measure, { id: 'Measure', description: 'How one figure is formed, for one area and one moment.' });
  names.add(parts.criterion, { id: 'Criterion', description: 'When the figure passes. Bounds include their number.' });
  names.add(parts.schedule, { id: 'Schedule', description: 'When the criterion is judged.' });
  names.add(parts.scope, { id: 'Scope', description: 'Who owes the target and whose reports make its figure.' });
  names.add(parts.predicate, { id: 'Predicate', description: 'A member satisfies it when its own figure passes.' });
  names.add(parts.condition, { id: 'Condition', description: 'A test on attributes or class of a register row.' });
  names.add(parts.text, {
    id: 'Text',
    description: 'One text in Chinese and English; one of them is enough, and stands for the other.',
  });
  names.add(parts.date, { id: 'Date', description: 'A calendar date, 2021-06-30.' });
  names.add(parts.period, {
    id: 'Period',
    description:
      '2021, 2021-H1, 2021-Q1, 2021-06 or 2021-06-30; of years the plan declares FY2021, FY2021-H1, FY2021-Q1.',
  });
  names.add(parts.unit, {
    id: 'Unit',
    description: 'A unit by its name, or one the plan declares; other spellings are read too.',
    examples: [...unitNames()],
  });
  names.add(parts.baseline, { id: 'Baseline', description: 'A known value, or the level reported for a period.' });
  names.add(parts.reading, { id: 'Reading', description: 'A choice where the text can be read in two ways, and why.' });
  return { title: 'Guatu plan', ...oneLanguageIsEnough(z.toJSONSchema(plan, { metadata: names })) };
}

/** The reader fills in the other language, so that a file need not. */
function oneLanguageIsEnough(schema: object): object {
  const text = (schema as { readonly $defs?: Readonly<Record<string, Record<string, unknown>>> }).$defs?.['Text'];
  if (!text) return schema;
  delete text['required'];
  text['anyOf'] = [{ required: ['zh'] }, { required: ['en'] }];
  return schema;
}
