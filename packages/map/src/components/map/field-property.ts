import type { LitElement, PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';
import type { BoardState } from '../../board/board.js';
import { fieldOf } from '../../board/fields.js';
import type { PropertyName } from '../../board/fields.js';
import { ownBoardOf } from './own-board.js';

/**
 * Makes a property that of a field of the element's own board: read and written there, under the field's attribute,
 * reflected, as its entry says. `null` is written to take a choice back. Stands where Lit's `property` does; the
 * manifest's configuration knows it.
 */
export function field<Name extends PropertyName>(host: LitElement & Pick<BoardState, Name>, name: Name): void {
  Object.defineProperty(host, name, {
    configurable: true,
    enumerable: true,
    get(this: object): BoardState[Name] {
      return ownBoardOf(this).chosen[name];
    },
    set(this: object, value: BoardState[Name] | null) {
      ownBoardOf(this).choose(name, value);
    },
  });
  property(declareField(name))(host, name);
}

function declareField(name: PropertyName): PropertyDeclaration {
  const { attribute, initial, fromAttribute, toAttribute } = fieldOf(name);
  if (attribute === null) return { attribute: false };
  if (typeof initial === 'boolean') return { attribute, reflect: true, type: Boolean };
  return { attribute, reflect: true, converter: { fromAttribute, toAttribute } };
}
