import { expect, test, vi } from 'vitest';
import { defineElement } from './define-element.js';
import './all.js';

class First extends HTMLElement {
  static readonly version: string = '1.0.0';
}

test('every element is registered with its class', () => {
  for (const name of ['card', 'diagnostics', 'figures', 'legend', 'map', 'table', 'targets', 'timeline']) {
    expect(customElements.get(`guatu-${name}`), name).toBeDefined();
  }
});

test('the same version a second time is silent, another warns and names both', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  defineElement('test-versioned', First);
  defineElement('test-versioned', class extends First {});
  expect(warn).not.toHaveBeenCalled();
  defineElement(
    'test-versioned',
    class extends First {
      static override readonly version = '2.0.0';
    },
  );
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    '<test-versioned>: version 1.0.0 is registered already, 2.0.0 is left out',
  );
  expect(customElements.get('test-versioned')).toBe(First);
  warn.mockRestore();
});
