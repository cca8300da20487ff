interface VersionedElement extends CustomElementConstructor {
  readonly version: string;
}

/**
 * Registers an element once. The same version a second time is no matter; another version keeps the first and warns,
 * naming both.
 */
export function defineElement(tag: string, element: VersionedElement): void {
  if (typeof customElements === 'undefined') return;
  const present = customElements.get(tag) as Partial<VersionedElement> | undefined;
  if (!present) {
    customElements.define(tag, element);
    return;
  }
  const version = present.version ?? 'an unknown version';
  if (version !== element.version) {
    console.warn(`<${tag}>: version ${version} is registered already, ${element.version} is left out`);
  }
}
