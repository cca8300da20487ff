/**
 * Which stops keep their label so that labels do not touch: every n-th, counted from the last one, and the present one
 * in place of its neighbours.
 *
 * @param room width of one stop
 * @param label width of the widest label
 */
export function thinLabels(
  count: number,
  present: number,
  { room, label }: { readonly room: number; readonly label: number },
): readonly boolean[] {
  const every = room <= 0 ? 1 : Math.max(1, Math.ceil(label / room));
  return Array.from({ length: count }, (_, index) => {
    if (index === present || every === 1) return true;
    return (count - 1 - index) % every === 0 && Math.abs(index - present) >= every;
  });
}
