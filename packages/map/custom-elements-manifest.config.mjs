// Describes the elements for editors, Storybook and the check that every public part of them is documented.

/** The classes that elements are built on are read for what they pass on, and are no elements themselves. */
const leaveOutBases = {
  name: 'leave-out-bases',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.declarations = module.declarations?.filter(
        ({ customElement, tagName }) => !customElement || tagName !== undefined,
      );
    }
  },
};

/**
 * Properties that are fields of the board (`@field`) have an attribute by their own name with hyphens, reflected; a field
 * without an attribute says so here. A test holds this to the entries in `board/fields.ts`.
 */
const WITHOUT_ATTRIBUTE = ['filter', 'ramp', 'classLabels'];
const readFields = {
  name: 'read-fields',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const described = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
    for (const member of node.members) {
      if (
        !ts.isPropertyDeclaration(member) ||
        !ts.getDecorators(member)?.some(({ expression }) => expression.getText() === 'field')
      )
        continue;
      const property = described.members.find(({ name }) => name === member.name.getText());
      if (!property || WITHOUT_ATTRIBUTE.includes(property.name)) continue;
      const attribute = property.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      described.attributes.push({
        name: attribute,
        type: property.type,
        description: property.description,
        fieldName: property.name,
      });
      Object.assign(property, { attribute, reflects: true });
    }
  },
};

export default {
  globs: ['src/components/**/*.ts', 'src/define/*.ts', 'src/events/*.ts', 'src/internal/board-element.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [readFields, leaveOutBases],
};
