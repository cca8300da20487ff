import type { LitElement, PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';
import { fieldOf } from '../../board/fields.js';
import type { PropertyName } from '../../board/fields.js';

/**
 * Makes an accessor the property of a field of the board: under the field's attribute, reflected, read and written as
 * its entry says. Stands where Lit's `property` does; the manifest's configuration knows it.
 */
export function field(host: LitElement, name: PropertyName): ReturnType<ReturnType<typeof property>> {
  return property(declareField(name))(host, name);
}

function declareField(name: PropertyName): PropertyDeclaration {
  const { attribute, initial, fromAttribute, toAttribute } = fieldOf(name);
  if (attribute === null) return { attribute: false };
  if (typeof initial === 'boolean') return { attribute, reflect: true, type: Boolean };
  return { attribute, reflect: true, converter: { fromAttribute, toAttribute } };
}
