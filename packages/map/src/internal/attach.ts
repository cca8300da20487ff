/** What is given to an element when it is there: its properties, and under `on` its listeners by the names of events. */
export type Attached<Target extends HTMLElement> = Partial<Omit<Target, 'on'>> & {
  readonly on?: { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };
};

/**
 * A `ref` that gives an element what markup cannot: properties that are objects, and listeners. Any React from 17 on, and
 * any dialect of JSX that calls a `ref` with the element and later with `null`, calls it for markup that a server has sent
 * as well, where React itself sets no properties and hears no events of custom elements.
 *
 * @example
 * <guatu-map ref={attach<GuatuMap>({ board, on: { 'guatu-area-select': ({ code }) => choose(code) } })} />
 */
export function attach<Target extends HTMLElement>({
  on = {},
  ...properties
}: Attached<Target>): (element: Target | null) => void {
  let attached: Target | null = null;
  const listeners = Object.entries(on) as [string, EventListener][];
  return (element) => {
    for (const [name, listener] of listeners) attached?.removeEventListener(name, listener);
    attached = element;
    if (!element) return;
    for (const [name, listener] of listeners) element.addEventListener(name, listener);
    assign(element, properties);
  };
}

/** Sets what differs, once the element is defined: a property set before would hide the one of its class. */
function assign(element: HTMLElement, properties: object): void {
  const set = (): void => {
    for (const [name, value] of Object.entries(properties))
      if (Reflect.get(element, name) !== value) Reflect.set(element, name, value);
  };
  if (customElements.get(element.localName)) set();
  else void customElements.whenDefined(element.localName).then(set);
}
