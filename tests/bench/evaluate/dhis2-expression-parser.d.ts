/** The part we call; the package states no types for its ES module. */
declare module '@dhis2/expression-parser' {
  export interface DataItemJs {
    toString(): string;
  }
  export const ExpressionMode: { readonly INDICATOR_EXPRESSION: object };
  export class ExpressionDataJs {
    constructor(
      programRuleVariableValues: Map<string, unknown>,
      programVariableValues: Map<string, unknown>,
      supplementaryValues: Map<string, string[]>,
      dataItemValues: Map<DataItemJs, number>,
      namedValues: Map<string, unknown>,
    );
  }
  export class ExpressionJs {
    constructor(expression: string, mode: object);
    collectDataItems(): DataItemJs[];
    evaluate(unsupported: (name: string) => never, data: ExpressionDataJs): unknown;
  }
}
