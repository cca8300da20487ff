// What the types refuse; the compiler complains where one of these would be taken.
import type {} from '@guatu/map/react';

export const mistakes = [
  // @ts-expect-error no such theme
  <guatu-map key="1" theme="neon" />,
  // @ts-expect-error no such attribute
  <guatu-map key="2" colour="red" />,
  // @ts-expect-error a listener takes the event
  <guatu-map key="3" onguatu-area-select={(code: string) => code} />,
  // @ts-expect-error a server would write it as it stands, which is no attribute
  <guatu-map key="5" asOf="2021-12-31" />,
  // @ts-expect-error a boolean
  <guatu-map key="4" high-contrast="yes please" />,
];
